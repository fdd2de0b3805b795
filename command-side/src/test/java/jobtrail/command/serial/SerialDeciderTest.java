package jobtrail.command.serial;

import static jobtrail.command.serial.SerialExamples.BOOK;
import static jobtrail.command.serial.SerialExamples.JOB;
import static jobtrail.command.serial.SerialExamples.PATH;
import static jobtrail.command.serial.SerialExamples.SN;
import static jobtrail.command.serial.SerialExamples.advanced;
import static jobtrail.command.serial.SerialExamples.attached;
import static jobtrail.command.serial.SerialExamples.changed;
import static jobtrail.command.serial.SerialExamples.completed;
import static jobtrail.command.serial.SerialExamples.created;
import static jobtrail.command.serial.SerialExamples.deferred;
import static jobtrail.command.serial.SerialExamples.flexible;
import static jobtrail.command.serial.SerialExamples.forced;
import static jobtrail.command.serial.SerialExamples.given;
import static jobtrail.command.serial.SerialExamples.held;
import static jobtrail.command.serial.SerialExamples.id;
import static jobtrail.command.serial.SerialExamples.issued;
import static jobtrail.command.serial.SerialExamples.optional;
import static jobtrail.command.serial.SerialExamples.overridden;
import static jobtrail.command.serial.SerialExamples.preferred;
import static jobtrail.command.serial.SerialExamples.route;
import static jobtrail.command.serial.SerialExamples.scrapped;
import static jobtrail.command.serial.SerialExamples.wentTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jobtrail.command.WholeRuleBook;
import jobtrail.command.serial.SerialCommand.AdvanceSerial;
import jobtrail.command.serial.SerialCommand.AttachCertificate;
import jobtrail.command.serial.SerialCommand.CreateSerials;
import jobtrail.command.serial.SerialCommand.ForceCompleteSerial;
import jobtrail.command.serial.SerialCommand.ScrapSerial;
import jobtrail.command.serial.SerialDecider.Issue;
import jobtrail.command.serial.SerialRefused.Reason;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.PathEvent.PathSerialsIssued;
import jobtrail.events.path.Route;
import jobtrail.events.serial.ScrapReason;
import jobtrail.events.serial.SerialEvent.SerialCertificateAttached;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialId;
import jobtrail.events.serial.StepStatus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SerialDeciderTest {

  @RegisterExtension static final WholeRuleBook WHOLE = BOOK;

  @Nested
  class Creating {

    @Test
    void serials_take_consecutive_numbers_and_stand_on_the_first_step() {
      CreateSerials command = new CreateSerials(PATH, 3);

      Issue issue = SerialDecider.decide(command, route("cut", "fold"), 99_999);

      assertThat(issue.serials())
          .extracting(serial -> serial.serialId().value())
          .containsExactly("SN-99999", "SN-100000", "SN-100001");
      assertThat(issue.serials())
          .extracting(SerialCreated::step, SerialCreated::jobId, SerialCreated::routeRevision)
          .containsOnly(org.assertj.core.groups.Tuple.tuple(id("cut"), JOB, 1));
      BOOK.shows(command);
      for (SerialCreated created : issue.serials()) {
        assertThat(issued(created).standing()).isEqualTo(id("cut"));
        BOOK.shows(created);
      }
    }

    @Test
    void the_path_notes_which_numbers_it_got() {
      Issue issue = SerialDecider.decide(new CreateSerials(PATH, 3), route("cut"), 7);

      assertThat(issue.onPath()).isEqualTo(new PathSerialsIssued(PATH, JOB, SerialId.of(7), 3));
    }

    @Test
    void a_certificate_is_attached_to_each_on_the_first_step() {
      CertificateId cert = new CertificateId("cert_1");
      Route route = changed(route("cut", "fold"), "fold");

      Issue issue = SerialDecider.decide(new CreateSerials(PATH, 2, cert), route, 1);

      assertThat(issue.attached())
          .containsExactly(
              new SerialCertificateAttached(
                  SN, JOB, PATH, cert, id("fold"), 2, AdvancementMode.STRICT),
              new SerialCertificateAttached(
                  SerialId.of(2), JOB, PATH, cert, id("fold"), 2, AdvancementMode.STRICT));
      assertThat(SerialDecider.decide(new CreateSerials(PATH, 2), route, 1).attached()).isEmpty();
    }

    @Test
    void a_retired_first_step_gets_no_new_serials() {
      Route route = changed(route("cut", "fold"), "fold");

      Issue issue = SerialDecider.decide(new CreateSerials(PATH, 1), route, 1);

      assertThat(issue.serials()).containsExactly(new SerialCreated(SN, JOB, PATH, id("fold"), 2));
    }
  }

  @Nested
  class Advancing {

    private final AdvanceSerial advance = new AdvanceSerial(SN, null);

    @Test
    void a_serial_leaves_its_step_for_the_next() {
      given(created("cut")).on(route("cut", "fold")).when(advance).then(advanced("cut", "fold"));
    }

    @Test
    void from_the_last_step_a_serial_is_completed() {
      given(created("cut"), advanced("cut", "fold")).when(advance).then(completed("fold"));
    }

    @Test
    void a_path_of_one_step_is_done_with_one_move() {
      given(created("cut")).on(route("cut")).when(advance).then(completed("cut"));
    }

    @Test
    void a_retired_step_is_passed_by() {
      Route route = changed(route("cut", "fold", "pack"), "cut", "pack");
      given(created("cut")).on(route).when(advance).then(advanced("cut", "pack", 2));
    }

    @Test
    void a_retired_step_can_be_left() {
      Route route = changed(route("cut", "fold", "pack"), "cut", "pack");
      given(created("cut"), advanced("cut", "fold"))
          .on(route)
          .when(advance)
          .then(advanced("fold", "pack", 2));
    }

    @Test
    void a_retired_step_behind_which_nothing_is_left_completes() {
      Route route = changed(route("cut", "fold"), "cut");
      given(created("cut"), advanced("cut", "fold"))
          .on(route)
          .when(advance)
          .then(completed("fold", 2));
    }

    @Test
    void a_new_order_moves_no_serial_but_shows_it_another_next_step() {
      Route route = changed(route("cut", "fold", "pack"), "pack", "cut", "fold");
      given(created("cut")).on(route).when(advance).then(advanced("cut", "fold", 2));
    }

    @Test
    void a_completed_serial_cannot_advance() {
      given(created("cut"), completed("cut")).when(advance).thenRefused(Reason.ALREADY_COMPLETED);
    }
  }

  @Nested
  class Scrapping {

    private final ScrapSerial scrap = new ScrapSerial(SN, ScrapReason.DAMAGED, null);

    @Test
    void a_serial_is_scrapped_where_it_stands() {
      given(created("cut")).on(flexible("cut", "fold")).when(scrap).then(scrapped("cut"));
    }

    @Test
    void any_other_reason_needs_an_explanation() {
      given(created("cut"))
          .when(new ScrapSerial(SN, ScrapReason.OTHER, null))
          .thenRefused(Reason.EXPLANATION_MISSING);
      given(created("cut"))
          .on(flexible("cut"))
          .when(new ScrapSerial(SN, ScrapReason.OTHER, "It was stolen"))
          .then(scrapped("cut", ScrapReason.OTHER, "It was stolen"));
    }

    @Test
    void a_held_serial_may_be_scrapped() {
      given(created("cut"), held()).on(flexible("cut")).when(scrap).then(scrapped("cut"));
    }

    @Test
    void what_is_scrapped_or_completed_cannot_be_scrapped() {
      given(created("cut"), scrapped("cut")).when(scrap).thenRefused(Reason.ALREADY_SCRAPPED);
      given(created("cut"), completed("cut")).when(scrap).thenRefused(Reason.ALREADY_COMPLETED);
    }
  }

  @Nested
  class CompletingByForce {

    private final ForceCompleteSerial force = new ForceCompleteSerial(SN, "Needed today");

    @Test
    void it_notes_exactly_what_was_open() {
      given(created("cut"), wentTo("cut", "pack", deferred("fold")))
          .on(flexible("cut", "fold", "pack", "ship"))
          .when(force)
          .then(forced("pack", "fold", "pack", "ship"));
    }

    @Test
    void what_is_optional_overridden_or_waived_is_not_open() {
      given(created("cut"), overridden("fold"), wentTo("cut", "ship", deferred("pack")))
          .on(flexible(preferred("cut"), preferred("fold"), preferred("pack"), optional("ship")))
          .when(force)
          .then(forced("ship", "pack"));
    }

    @Test
    void with_no_other_step_open_it_is_advanced_instead() {
      given(created("cut"), wentTo("cut", "fold"))
          .on(flexible("cut", "fold"))
          .when(force)
          .thenRefused(Reason.NOTHING_OPEN);
    }

    @Test
    void a_held_serial_is_not_completed_by_force() {
      given(created("cut"), held()).when(force).thenRefused(Reason.HELD);
    }

    @Test
    void the_statuses_stay_as_they_were() {
      Route route = flexible("cut", "fold");
      SerialState.Issued serial = issued(created("cut"), forced("cut", "cut", "fold"));

      assertThat(serial.statusOf(id("cut"), route)).isEqualTo(StepStatus.IN_PROGRESS);
      assertThat(serial.statusOf(id("fold"), route)).isEqualTo(StepStatus.PENDING);
    }
  }

  @Nested
  class AttachingACertificate {

    private final AttachCertificate attach =
        new AttachCertificate(SN, new CertificateId("cert_steel"));

    @Test
    void it_is_attached_where_the_serial_stands() {
      given(created("cut"), advanced("cut", "fold"))
          .on(flexible("cut", "fold"))
          .when(attach)
          .then(attached("cert_steel", "fold"));
    }

    @Test
    void twice_at_a_step_is_once() {
      given(created("cut"), attached("cert_steel", "cut")).when(attach).thenNothing();
    }

    @Test
    void a_scrapped_serial_may_get_one_but_a_completed_one_stands_on_no_step() {
      given(created("cut"), scrapped("cut"))
          .on(flexible("cut"))
          .when(attach)
          .then(attached("cert_steel", "cut"));
      given(created("cut"), completed("cut")).when(attach).thenRefused(Reason.ALREADY_COMPLETED);
    }
  }

  @Nested
  class Remembering {

    @Test
    void a_history_that_cannot_be_is_not_believed() {
      assertThatThrownBy(() -> SerialExamples.after(completed("cut")))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> SerialExamples.after(created("cut"), created("cut")))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(
              () -> SerialExamples.after(created("cut"), completed("cut"), completed("cut")))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
