package jobtrail.command.job;

import static jobtrail.command.job.JobExamples.BOOK;
import static jobtrail.command.job.JobExamples.JOB;
import static jobtrail.command.job.JobExamples.after;
import static jobtrail.command.job.JobExamples.contact;
import static jobtrail.command.job.JobExamples.create;
import static jobtrail.command.job.JobExamples.created;
import static jobtrail.command.job.JobExamples.customer;
import static jobtrail.command.job.JobExamples.given;
import static jobtrail.command.job.JobExamples.goal;
import static jobtrail.command.job.JobExamples.open;
import static jobtrail.command.job.JobExamples.reference;
import static jobtrail.command.job.JobExamples.rename;
import static jobtrail.command.job.JobExamples.tag;
import static jobtrail.command.job.JobExamples.tagged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import jobtrail.command.WholeRuleBook;
import jobtrail.command.job.JobCommand.CreateJob;
import jobtrail.command.job.JobCommand.UpdateJob;
import jobtrail.events.PersonalText;
import jobtrail.events.job.Contact;
import jobtrail.events.job.JiraTicket;
import jobtrail.events.job.JobEvent.JobCreated;
import jobtrail.events.job.JobEvent.JobCustomerChanged;
import jobtrail.events.job.JobEvent.JobGoalChanged;
import jobtrail.events.job.JobEvent.JobReferenceChanged;
import jobtrail.events.job.JobEvent.JobRenamed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JobDeciderTest {

  @RegisterExtension static final WholeRuleBook WHOLE = BOOK;

  @Nested
  class Creating {

    @Test
    void an_order_is_taken_in_as_it_came() {
      given().when(create()).then(created());
    }

    @Test
    void an_order_may_come_without_a_goal_and_from_jira() {
      JiraTicket ticket = new JiraTicket("PI-1", null, null, null, null, List.of("rush"));
      given()
          .when(new CreateJob(JOB, "Brackets", null, "PO 1", null, null, ticket))
          .then(new JobCreated(JOB, "Brackets", null, "PO 1", null, null, ticket));
    }
  }

  @Nested
  class Updating {

    @Test
    void a_job_gets_another_name() {
      given(created()).when(rename("Angles")).then(new JobRenamed(JOB, "Angles"));
    }

    @Test
    void the_customer_wants_another_number() {
      given(created()).when(goal(7)).then(new JobGoalChanged(JOB, 7));
    }

    @Test
    void a_goal_comes_late() {
      given(new JobCreated(JOB, "Brackets", null, "PO 1", null, null, null))
          .when(goal(7))
          .then(new JobGoalChanged(JOB, 7));
    }

    @Test
    void the_customers_number_is_corrected() {
      given(created()).when(reference("PO 2")).then(new JobReferenceChanged(JOB, "PO 2"));
    }

    @Test
    void another_company_leaves_the_contact_alone() {
      given(created())
          .when(customer("Bolts Ltd", null))
          .then(new JobCustomerChanged(JOB, "Bolts Ltd", null));
    }

    @Test
    void another_contact_leaves_the_company_alone() {
      Contact ben = contact("Ben", "ben@acme.example");
      given(created()).when(customer(null, ben)).then(new JobCustomerChanged(JOB, null, ben));
    }

    @Test
    void company_and_contact_change_as_one_fact() {
      Contact ben = contact("Ben", null);
      given(created())
          .when(customer("Bolts Ltd", ben))
          .then(new JobCustomerChanged(JOB, "Bolts Ltd", ben));
    }

    @Test
    void what_is_so_already_changes_nothing() {
      given(created())
          .when(new UpdateJob(JOB, "Brackets", 100, "PO 1", "ACME", contact("Anna", null)))
          .then();
    }

    @Test
    void nothing_given_changes_nothing() {
      given(created()).when(new UpdateJob(JOB, null, null, null, null, null)).then();
    }

    @Test
    void a_contact_is_the_same_by_its_words_however_it_is_sealed() {
      Contact sealed =
          new Contact(
              PersonalText.sealed("contact-of-job_1", "c2VhbGVk").opened("Anna"), null, null);
      given(new JobCreated(JOB, "Brackets", 100, "PO 1", "ACME", sealed, null))
          .when(customer("ACME", contact("Anna", null)))
          .then();
    }

    @Test
    void several_changes_are_several_facts() {
      given(created())
          .when(new UpdateJob(JOB, "Angles", 7, "PO 2", "Bolts Ltd", null))
          .then(
              new JobRenamed(JOB, "Angles"),
              new JobGoalChanged(JOB, 7),
              new JobReferenceChanged(JOB, "PO 2"),
              new JobCustomerChanged(JOB, "Bolts Ltd", null));
    }
  }

  @Nested
  class Tagging {

    @Test
    void a_job_is_filed_under_the_words_given() {
      given(created()).when(tag("Rush", "Größe L")).then(tagged("Rush", "Größe L"));
    }

    @Test
    void the_whole_list_is_replaced_also_by_nothing() {
      given(created(), tagged("Rush", "Export")).when(tag("Export")).then(tagged("Export"));
      given(created(), tagged("Rush")).when(tag()).then(tagged());
    }

    @Test
    void a_word_given_twice_counts_once_as_it_was_first_spelt() {
      given(created()).when(tag("Rush", "RUSH", "export", "rush")).then(tagged("Rush", "export"));
      given(created()).when(tag("Maße", "MASSE")).then(tagged("Maße"));
    }

    @Test
    void another_order_or_spelling_is_a_change() {
      given(created(), tagged("a", "b")).when(tag("b", "a")).then(tagged("b", "a"));
      given(created(), tagged("a")).when(tag("A")).then(tagged("A"));
    }

    @Test
    void the_same_words_change_nothing() {
      given(created(), tagged("Rush", "b")).when(tag("Rush", "b", "B")).then();
      given(created()).when(tag()).then();
    }
  }

  @Nested
  class Remembering {

    @Test
    void a_new_job_is_as_it_came_in() {
      JobState.Open job = open(created());

      assertThat(job.jobId()).isEqualTo(JOB);
      assertThat(job.name()).isEqualTo("Brackets");
      assertThat(job.goalQuantity()).isEqualTo(100);
      assertThat(job.reference()).isEqualTo("PO 1");
      assertThat(job.company()).isEqualTo("ACME");
      assertThat(Objects.requireNonNull(job.contact()).map(text -> text))
          .isEqualTo(contact("Anna", null));
      assertThat(job.jira()).isNull();
    }

    @Test
    void each_change_is_remembered_and_touches_nothing_else() {
      assertThat(open(created(), new JobRenamed(JOB, "Angles")))
          .usingRecursiveComparison()
          .ignoringFields("name")
          .isEqualTo(after(created()));
      assertThat(open(created(), new JobRenamed(JOB, "Angles")).name()).isEqualTo("Angles");
      assertThat(open(created(), new JobGoalChanged(JOB, 7)).goalQuantity()).isEqualTo(7);
      assertThat(open(created(), new JobReferenceChanged(JOB, "PO 2")).reference())
          .isEqualTo("PO 2");
      assertThat(open(created(), tagged("Rush")))
          .usingRecursiveComparison()
          .ignoringFields("tags")
          .isEqualTo(after(created()));
      assertThat(open(created(), tagged("Rush"), new JobRenamed(JOB, "Angles")).tags())
          .containsExactly("Rush");
    }

    @Test
    void a_customer_changes_by_what_is_given() {
      Contact ben = contact("Ben", null);

      JobState.Open company = open(created(), new JobCustomerChanged(JOB, "Bolts Ltd", null));
      assertThat(company.company()).isEqualTo("Bolts Ltd");
      assertThat(company.contact()).isEqualTo(contact("Anna", null));

      JobState.Open contact = open(created(), new JobCustomerChanged(JOB, null, ben));
      assertThat(contact.company()).isEqualTo("ACME");
      assertThat(contact.contact()).isEqualTo(ben);
    }

    @Test
    void a_history_that_cannot_be_is_not_believed() {
      assertThatThrownBy(() -> after(created(), created()))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> after(new JobRenamed(JOB, "Angles")))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
