package jobtrail.query.certificates;

import static jobtrail.query.platform.ColumnSql.instant;
import static jobtrail.query.platform.ColumnSql.longs;
import static jobtrail.query.platform.ColumnSql.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import jobtrail.events.DomainEvent;
import jobtrail.events.certificate.CertificateType;
import jobtrail.http.Page;
import jobtrail.query.platform.ViewTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of certificates and of what they are attached to. */
@Component
class CertificateSql implements ViewTables<CertificateChanges> {

  private static final String CERTIFICATE =
      "select c.certificate_id, c.type, c.name, c.metadata, c.created_position, c.created_at from views.certificate c ";
  private static final String ATTACHMENT =
      "select position, serial_id, certificate_id, step_id, attached_at, attached_by from views.certificate_attachment ";

  private final JdbcClient jdbc;

  CertificateSql(JdbcClient viewsJdbc) {
    this.jdbc = viewsJdbc;
  }

  @Override
  public String name() {
    return Certificates.VIEW;
  }

  @Override
  public List<String> tables() {
    return List.of("views.certificate", "views.certificate_attachment");
  }

  @Override
  public CertificateChanges gather(List<DomainEvent> batch) {
    return new CertificateChanges(this);
  }

  void insertCertificates(List<CertificateRow> rows) {
    jdbc.sql(
            """
            insert into views.certificate (certificate_id, type, name, metadata, created_position, created_at)
            select * from unnest(:certificates, :types, :names, :metadata, :positions, :created::timestamptz[])
            """)
        .param("certificates", texts(rows, CertificateRow::certificateId))
        .param("types", texts(rows, row -> row.type().name()))
        .param("names", texts(rows, CertificateRow::name))
        .param("metadata", texts(rows, CertificateRow::metadata))
        .param("positions", longs(rows, CertificateRow::createdPosition))
        .param("created", texts(rows, row -> row.createdAt().toString()))
        .update();
  }

  void insertAttachments(List<AttachmentRow> rows) {
    jdbc.sql(
            """
            insert into views.certificate_attachment
              (position, serial_id, certificate_id, step_id, attached_at, attached_by)
            select * from unnest(:positions, :serials, :certificates, :steps, :attached::timestamptz[], :actors)
            """)
        .param("positions", longs(rows, AttachmentRow::position))
        .param("serials", texts(rows, AttachmentRow::serialId))
        .param("certificates", texts(rows, AttachmentRow::certificateId))
        .param("steps", texts(rows, AttachmentRow::stepId))
        .param("attached", texts(rows, row -> row.attachedAt().toString()))
        .param("actors", texts(rows, AttachmentRow::attachedBy))
        .update();
  }

  Optional<CertificateRow> byId(String certificateId) {
    return jdbc.sql(CERTIFICATE + "where c.certificate_id = :certificate")
        .param("certificate", certificateId)
        .query(CertificateSql::certificate)
        .optional();
  }

  /** Newest first, one more than the page holds when there are more. */
  List<CertificateRow> newest(Page page) {
    return jdbc.sql(
            CERTIFICATE
                + "where c.created_position < :cursor order by c.created_position desc limit :limit")
        .param("cursor", page.cursor() == null ? Long.MAX_VALUE : page.cursor())
        .param("limit", page.limit() + 1)
        .query(CertificateSql::certificate)
        .list();
  }

  /** Those attached to a serial, each once, in the order they were first attached. */
  List<CertificateRow> ofSerial(String serialId) {
    return jdbc.sql(
            CERTIFICATE
                + """
                join (
                  select certificate_id, min(position) first from views.certificate_attachment
                  where serial_id = :serial group by certificate_id
                ) a using (certificate_id)
                order by a.first
                """)
        .param("serial", serialId)
        .query(CertificateSql::certificate)
        .list();
  }

  /** In the order they were attached, one more than the page holds when there are more. */
  List<AttachmentRow> attachmentsTo(String serialId, Page page) {
    return attachments("serial_id", serialId, page);
  }

  /** In the order they were attached, one more than the page holds when there are more. */
  List<AttachmentRow> attachmentsOf(String certificateId, Page page) {
    return attachments("certificate_id", certificateId, page);
  }

  private List<AttachmentRow> attachments(String column, String id, Page page) {
    return jdbc.sql(
            ATTACHMENT
                + "where "
                + column
                + " = :id and position > :cursor order by position limit :limit")
        .param("id", id)
        .param("cursor", page.cursor() == null ? 0 : page.cursor())
        .param("limit", page.limit() + 1)
        .query(CertificateSql::attachment)
        .list();
  }

  private static CertificateRow certificate(ResultSet row, int number) throws SQLException {
    return new CertificateRow(
        row.getString("certificate_id"),
        CertificateType.valueOf(row.getString("type")),
        row.getString("name"),
        row.getString("metadata"),
        row.getLong("created_position"),
        instant(row, "created_at"));
  }

  private static AttachmentRow attachment(ResultSet row, int number) throws SQLException {
    return new AttachmentRow(
        row.getLong("position"),
        row.getString("serial_id"),
        row.getString("certificate_id"),
        row.getString("step_id"),
        instant(row, "attached_at"),
        row.getString("attached_by"));
  }
}
