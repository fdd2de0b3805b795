package jobtrail.command.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import jobtrail.command.Node;
import jobtrail.command.Reply;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.SubjectKeys;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people tell us of one another can be read by us, changed, and forgotten for ever. */
class ContactTest {

  private static final String ANNA =
      "{'contact':{'name':'Anna Unforgettable','email':'anna@nowhere.example'}}";

  private final Node node = Node.first();
  private final Node other = Node.second();

  private Reply job() {
    return node.to("POST", "/api/jobs").json("{'name':'a'," + ANNA.substring(1)).send().is(201);
  }

  private static Reply change(Node node, Reply job, String body) {
    return node.to("PUT", "/api/jobs/" + job.text("id")).json(body).send().is(200);
  }

  private List<String> everythingStored() {
    JdbcClient jdbc = JdbcClient.create(node.bean(DataSource.class));
    return jdbc.sql("select payload || ' ' || metadata from ledger.event")
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Test
  void a_contact_is_answered_but_never_readable_in_the_database() {
    Reply job = job();

    assertThat(job.json().path("contact").path("name").asString()).isEqualTo("Anna Unforgettable");
    assertThat(everythingStored())
        .isNotEmpty()
        .noneMatch(text -> text.contains("Unforgettable") || text.contains("anna@nowhere"));
  }

  @Test
  void the_same_contact_again_changes_nothing_on_the_node_that_knows_and_on_one_that_reads() {
    Reply job = job();

    assertThat(change(node, job, ANNA).header("ETag")).isEqualTo("\"0\"");
    Reply read = change(other, job, ANNA);
    assertThat(read.header("ETag")).isEqualTo("\"0\"");
    assertThat(read.json().path("contact")).isEqualTo(job.json().path("contact"));
  }

  @Test
  void another_contact_is_a_change_on_both() {
    Reply job = job();

    Reply one = change(other, job, "{'contact':{'name':'Ben'}}");
    Reply two = change(node, job, "{'contact':{'name':'Carl','phone':'1'}}");

    assertThat(one.header("ETag")).isEqualTo("\"1\"");
    assertThat(two.header("ETag")).isEqualTo("\"2\"");
    assertThat(two.json().path("contact").toString())
        .isEqualTo("{\"name\":\"Carl\",\"phone\":\"1\"}");
  }

  @Test
  void saying_nothing_of_anybody_changes_nothing() {
    Reply same = change(node, job(), "{'contact':{}}");

    assertThat(same.header("ETag")).isEqualTo("\"0\"");
    assertThat(same.json().path("contact").path("name").asString()).isEqualTo("Anna Unforgettable");
  }

  @Test
  void an_erased_contact_is_shown_as_erased_and_the_chain_still_holds() {
    Reply job = job();
    node.bean(SubjectKeys.class).erase("contact-of-" + job.text("id"));

    Reply reply = change(other, job, "{'name':'b'}");

    assertThat(reply.json().path("contact").path("name").asString()).isEqualTo("[erased]");
    assertThat(reply.json().path("contact").path("email").asString()).isEqualTo("[erased]");
    assertThat(node.bean(Ledger.class).verify().brokenAt()).isNull();
    Reply known = change(node, job, "{'name':'c'}");
    assertThat(known.response().body()).doesNotContain("Unforgettable");
  }

  @Test
  void a_new_contact_after_erasing_is_kept_and_the_old_one_stays_erased() {
    Reply job = job();
    node.bean(SubjectKeys.class).erase("contact-of-" + job.text("id"));

    Reply reply = change(other, job, "{'contact':{'name':'Dora'}}");

    assertThat(reply.json().path("contact").toString()).isEqualTo("{\"name\":\"Dora\"}");
    assertThat(change(node, job, "{'name':'b'}").json().path("contact").toString())
        .isEqualTo("{\"name\":\"Dora\"}");
  }
}
