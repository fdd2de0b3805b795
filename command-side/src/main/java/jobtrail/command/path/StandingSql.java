package jobtrail.command.path;

import java.util.List;
import javax.sql.DataSource;
import jobtrail.command.platform.FollowerSql;
import jobtrail.events.EventNames;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCertificateAttached;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialEvent.SerialDeferredCompleted;
import jobtrail.events.serial.SerialEvent.SerialForceCompleted;
import jobtrail.events.serial.SerialEvent.SerialHeld;
import jobtrail.events.serial.SerialEvent.SerialMoveUndone;
import jobtrail.events.serial.SerialEvent.SerialOverrideReversed;
import jobtrail.events.serial.SerialEvent.SerialReleased;
import jobtrail.events.serial.SerialEvent.SerialReworked;
import jobtrail.events.serial.SerialEvent.SerialScrapped;
import jobtrail.events.serial.SerialEvent.SerialStepOverridden;
import jobtrail.events.serial.SerialEvent.SerialStepWaived;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts in the database itself, from the stored events, how many serials stand on each step, and
 * keeps which steps each serial owes.
 */
@Component
class StandingSql {

  /** Events by which a serial comes to a step, or leaves one. */
  static final List<Class<? extends SerialEvent>> MOVES =
      List.of(
          SerialCreated.class,
          SerialAdvanced.class,
          SerialCompleted.class,
          SerialScrapped.class,
          SerialForceCompleted.class,
          SerialReworked.class,
          SerialMoveUndone.class);

  /** Events by which a serial comes to owe a step, or owes it no more. */
  static final List<Class<? extends SerialEvent>> MARKING =
      List.of(
          SerialAdvanced.class,
          SerialCompleted.class,
          SerialDeferredCompleted.class,
          SerialStepWaived.class,
          SerialReworked.class,
          SerialMoveUndone.class);

  /** Events that leave a serial where it is, and what it owes as it was. */
  static final List<Class<? extends SerialEvent>> NEITHER =
      List.of(
          SerialStepOverridden.class,
          SerialOverrideReversed.class,
          SerialHeld.class,
          SerialReleased.class,
          SerialCertificateAttached.class);

  private final JdbcClient jdbc;
  private final FollowerSql follower;

  StandingSql(DataSource pool) {
    jdbc = JdbcClient.create(pool);
    follower = new FollowerSql(pool, "command.standing_progress", this::take);
  }

  /** Fills the tables from the ledger. */
  FollowerSql follower() {
    return follower;
  }

  private void take(long from, long to) {
    count(from, to);
    noteOwed(from, to);
    noteScrapped(from, to);
  }

  private void count(long from, long to) {
    jdbc.sql(
            """
            insert into command.standing (path_id, step_id, serials)
            select said."pathId", moved.step_id, sum(moved.serials)
            from ledger.event e
            cross join lateral json_to_record(e.payload)
              as said ("pathId" text, step text, "toStep" text, "fromStep" text, undone text)
            cross join lateral (
              values (coalesce(said.step, said."toStep"), 1),
                     (case when said.undone = 'scrap' then null else said."fromStep" end, -1)
            ) as moved (step_id, serials)
            where e.position > :from and e.position <= :to and e.name = any(:moves) and moved.step_id is not null
            group by 1, 2
            order by 1, 2
            on conflict (path_id, step_id) do update set serials = standing.serials + excluded.serials
            """)
        .param("from", from)
        .param("to", to)
        .param("moves", names(MOVES))
        .update();
  }

  /**
   * Of what several events say of one step of a serial, the last holds. Most serials never owe
   * anything, and what their events say is not taken apart: an event by which one comes to owe has
   * the word in it, as written by us. What is left is set apart before it is sorted, or the
   * database might walk through all streams of the ledger, because these are in order already.
   */
  private void noteOwed(long from, long to) {
    jdbc.sql(
            """
            with owing as materialized (
              select stream_id from ledger.event
              where position > :from and position <= :to and name = any(:marking)
                and payload::text like '%"deferred"%'
            ), telling as materialized (
              select position, stream_id, payload from ledger.event e
              where position > :from and position <= :to and name = any(:marking)
                and (stream_id in (select stream_id from owing)
                  or exists (select from command.owed o where o.serial_id = e.stream_id))
            ), mark as (
              select distinct on (e.stream_id, said.step_id)
                e.stream_id as serial_id, e.payload ->> 'pathId' as path_id, said.step_id, said.status
              from telling e
              cross join lateral (
                select e.payload ->> 'stepId', 'done', 1
                union all
                select e.payload ->> 'toStep', 'reached', 1
                union all
                select bypassed ->> 'stepId', bypassed ->> 'classification', 2
                from json_array_elements(e.payload -> 'bypassed') bypassed
                union all
                select change ->> 'stepId', coalesce(change ->> 'to', 'none'), 2
                from json_array_elements(e.payload -> 'changes') change
              ) as said (step_id, status, rank)
              where said.step_id is not null
              order by e.stream_id, said.step_id, e.position desc, said.rank desc
            ), settled as (
              delete from command.owed o using mark m
              where o.serial_id = m.serial_id and o.step_id = m.step_id and m.status <> 'deferred'
            )
            insert into command.owed (serial_id, step_id, path_id, scrapped)
            select serial_id, step_id, path_id, false from mark where status = 'deferred'
            on conflict (serial_id, step_id) do nothing
            """)
        .param("from", from)
        .param("to", to)
        .param("marking", names(MARKING))
        .update();
  }

  /** What is sorted is set apart first, as above. */
  private void noteScrapped(long from, long to) {
    jdbc.sql(
            """
            with ended as materialized (
              select position, stream_id, name from ledger.event
              where position > :from and position <= :to and name = any(:endings)
            )
            update command.owed o set scrapped = last.scrapped
            from (
              select distinct on (stream_id) stream_id, name = :scrap as scrapped
              from ended order by stream_id, position desc
            ) last
            where o.serial_id = last.stream_id and o.scrapped <> last.scrapped
            """)
        .param("from", from)
        .param("to", to)
        .param("scrap", EventNames.nameOf(SerialScrapped.class).name())
        .param("endings", names(List.of(SerialScrapped.class, SerialMoveUndone.class)))
        .update();
  }

  /** Steps of a path that serials stand on, or that serials not scrapped owe. */
  List<String> occupiedSteps(String pathId) {
    return jdbc.sql(
            """
            select step_id from command.standing where path_id = :path and serials > 0
            union
            select step_id from command.owed where path_id = :path and not scrapped
            """)
        .param("path", pathId)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static String[] names(List<Class<? extends SerialEvent>> events) {
    return events.stream().map(event -> EventNames.nameOf(event).name()).toArray(String[]::new);
  }
}
