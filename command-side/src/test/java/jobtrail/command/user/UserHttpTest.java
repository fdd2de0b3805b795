package jobtrail.command.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import jobtrail.command.Node;
import jobtrail.command.Reply;
import jobtrail.ledger.SubjectKeys;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People are taken in and changed over HTTP; their names are readable by us alone. */
class UserHttpTest {

  private final Node node = Node.first();

  private Reply user(String body) {
    return node.to("POST", "/api/users").json(body).send().is(201);
  }

  private Reply change(Node at, Reply user, String body) {
    return at.to("PUT", "/api/users/" + user.text("id")).json(body).send().is(200);
  }

  @Test
  void a_user_is_answered_with_all_their_fields() {
    long before = node.head();

    Reply reply = user("{'name':' Olga ','department':' Paint shop ','active':false}");

    assertThat(reply.json().propertyNames())
        .containsExactly("id", "name", "department", "active", "createdAt");
    assertThat(reply.text("id")).matches("user_[A-Za-z0-9_-]{12}");
    assertThat(reply.header("Location")).isEqualTo("/api/users/" + reply.text("id"));
    assertThat(reply.text("name")).isEqualTo("Olga");
    assertThat(reply.text("department")).isEqualTo("Paint shop");
    assertThat(reply.json().path("active").asBoolean()).isTrue();
    assertThat(reply.header("ETag")).isEqualTo("\"0\"");
    assertThat(reply.position()).isEqualTo(before + 1);
  }

  @Test
  void two_users_may_have_one_name() {
    assertThat(user("{'name':'Twin'}").text("id")).isNotEqualTo(user("{'name':'Twin'}").text("id"));
  }

  @Test
  void a_user_changes_in_part_and_keeps_their_creation() {
    Reply made = user("{'name':'Olga'}");

    Reply reply = change(node, made, "{'department':'Office','active':false}");

    assertThat(reply.text("name")).isEqualTo("Olga");
    assertThat(reply.text("department")).isEqualTo("Office");
    assertThat(reply.json().path("active").asBoolean(true)).isFalse();
    assertThat(reply.text("createdAt")).isEqualTo(made.text("createdAt"));
    assertThat(reply.header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void an_empty_change_stores_nothing() {
    Reply made = user("{'name':'Olga'}");
    long before = node.head();

    assertThat(change(node, made, "{}").response().body()).isEqualTo(made.response().body());
    assertThat(change(Node.second(), made, "{'name':'Olga'}").header("ETag")).isEqualTo("\"0\"");
    assertThat(node.head()).isEqualTo(before);
  }

  @Test
  void a_name_is_never_readable_in_the_database_and_can_be_forgotten() {
    Reply made = user("{'name':'Unforgettable Olga'}");
    List<String> stored =
        JdbcClient.create(node.bean(DataSource.class))
            .sql("select payload || ' ' || metadata from ledger.event where stream_type = 'user'")
            .query((row, number) -> row.getString(1))
            .list();
    assertThat(stored).isNotEmpty().noneMatch(text -> text.contains("Unforgettable"));

    node.bean(SubjectKeys.class).erase(made.text("id"));

    assertThat(change(node, made, "{'department':'Office'}").text("name")).isEqualTo("[erased]");
  }

  @Test
  void a_stale_change_is_refused() {
    Reply made = user("{'name':'Olga'}");
    node.to("PUT", "/api/users/" + made.text("id"))
        .with("If-Match", "\"3\"")
        .json("{'name':'O.'}")
        .send()
        .isProblem(412, "stale-version");
  }
}
