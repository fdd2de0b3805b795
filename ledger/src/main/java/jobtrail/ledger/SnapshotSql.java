package jobtrail.ledger;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the newest snapshot of a stream. A snapshot is a short cut, never the truth: losing one
 * costs time, nothing else.
 */
final class SnapshotSql {

  private final JdbcClient jdbc;
  private final Serializer serializer;

  /** Spares every cold load a query for as long as nobody takes snapshots. */
  private volatile boolean any;

  SnapshotSql(DataSource pool, Serializer serializer) {
    this.jdbc = JdbcClient.create(pool);
    this.serializer = serializer;
    this.any =
        jdbc.sql("select exists (select from ledger.snapshot)").query(Boolean.class).single();
  }

  void store(DomainEventMessage<?> snapshot) {
    SerializedObject<String> payload = snapshot.serializePayload(serializer, String.class);
    jdbc.sql(
            """
            insert into ledger.snapshot
              (stream_id, stream_type, sequence_number, event_id, recorded_at, type, revision, payload, metadata)
            values (:id, :streamType, :number, :eventId, :at, :type, :revision, :payload::json, :metadata::json)
            on conflict (stream_id) do update
              set sequence_number = excluded.sequence_number, event_id = excluded.event_id,
                  recorded_at = excluded.recorded_at, type = excluded.type, revision = excluded.revision,
                  payload = excluded.payload, metadata = excluded.metadata
              where snapshot.sequence_number < excluded.sequence_number
            """)
        .param("id", snapshot.getAggregateIdentifier())
        .param("streamType", snapshot.getType())
        .param("number", snapshot.getSequenceNumber())
        .param("eventId", snapshot.getIdentifier())
        .param("at", snapshot.getTimestamp().atOffset(ZoneOffset.UTC))
        .param("type", payload.getType().getName())
        .param("revision", payload.getType().getRevision())
        .param("payload", payload.getData())
        .param("metadata", serializer.serialize(snapshot.getMetaData(), String.class).getData())
        .update();
    any = true;
  }

  Optional<DomainEventMessage<?>> read(String streamId) {
    if (!any) {
      return Optional.empty();
    }
    return jdbc.sql("select * from ledger.snapshot where stream_id = :id")
        .param("id", streamId)
        .query((row, number) ->
            new GenericDomainEventMessage<Object>(
                row.getString("stream_type"),
                streamId,
                row.getLong("sequence_number"),
                deserialized(
                    row.getString("payload"), row.getString("type"), row.getString("revision")),
                (MetaData) deserialized(row.getString("metadata"), MetaData.class.getName(), null),
                row.getString("event_id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
        .optional()
        .map(message -> message);
  }

  private Object deserialized(
      String data, String type, @org.jspecify.annotations.Nullable String revision) {
    return serializer.deserialize(new SimpleSerializedObject<>(data, String.class, type, revision));
  }
}
