package jobtrail.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jobtrail.events.PersonalText;
import jobtrail.events.job.Contact;
import jobtrail.events.job.JobEvent.JobCreated;
import jobtrail.events.job.JobEvent.JobCustomerChanged;
import jobtrail.events.job.JobId;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersonalTextTest {

  private static final String NAME = "Zoë Å. Personne";
  private static final String EMAIL = "zoe@example.org";
  private static final JobId JOB = new JobId("job_1");
  private static final String SUBJECT = "contact-of-job_1";

  private final DatabaseAddress address = TestPostgres.freshLedger();
  private final LedgerFixture node = new LedgerFixture(address);
  private final SubjectKeys keys = node.bean(SubjectKeys.class);

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void a_text_is_read_again_by_whoever_has_the_key() {
    store(0, NAME, EMAIL);

    Texts contact = read().getFirst();
    assertThat(contact.name().shown())
        .as("sealed until somebody opens it")
        .isEqualTo(PersonalText.ERASED);
    assertThat(keys.open(contact.name()).shown()).isEqualTo(NAME);
    assertThat(keys.open(List.of(contact.name(), contact.email())))
        .extracting(PersonalText::shown)
        .containsExactly(NAME, EMAIL);
  }

  @Test
  void a_text_stands_readable_in_no_column_of_the_database() {
    store(0, NAME, EMAIL);
    node.bean(LedgerStorageEngine.class)
        .storeSnapshot(
            new GenericDomainEventMessage<>(
                "job", JOB.value(), 0, new JobCustomerChanged(JOB, null, contact(NAME, EMAIL))));

    List<String> tables =
        Sql.texts(
            address,
            "select format('%I.%I', table_schema, table_name) from information_schema.tables"
                + " where table_schema not in ('pg_catalog', 'information_schema')");
    assertThat(tables).contains("ledger.event", "ledger.snapshot", "ledger.subject_key");
    for (String table : tables) {
      assertThat(Sql.texts(address, "select row(t.*)::text from " + table + " t"))
          .noneMatch(row -> row.contains("Personne") || row.contains("zoe@") || row.contains("Zo"));
    }
    assertThat(Sql.number(address, "select count(*) from ledger.snapshot")).isEqualTo(1);
  }

  @Test
  void two_sealings_of_one_text_look_different() {
    store(0, NAME, NAME);

    Texts contact = read().getFirst();
    assertThat(contact.name().sealed()).isNotEqualTo(contact.email().sealed());
  }

  @Test
  void a_deleted_key_erases_its_texts_and_leaves_the_chain_and_the_replay_whole() {
    store(0, NAME, EMAIL);
    PersonalText other = PersonalText.of("contact-of-job_2", "Somebody Else");
    node.ledger().append(List.of(stored(1, new Contact(other, other, null))));
    byte[] hash = node.ledger().head().hash();

    keys.erase(SUBJECT);

    List<Texts> replayed = read();
    assertThat(keys.open(replayed.get(0).name()).shown()).isEqualTo(PersonalText.ERASED);
    assertThat(keys.open(replayed.get(0).email()).shown()).isEqualTo(PersonalText.ERASED);
    assertThat(keys.open(replayed.get(1).name()).shown()).isEqualTo("Somebody Else");
    assertThat(node.ledger().head().hash()).isEqualTo(hash);
    assertThat(node.ledger().verify()).isEqualTo(new Ledger.Verification(2, null));
  }

  @Test
  void a_new_key_of_the_same_person_does_not_open_the_old_texts() {
    store(0, NAME, EMAIL);
    keys.erase(SUBJECT);
    store(1, "Zoë again", EMAIL);

    List<Texts> replayed = read();
    assertThat(keys.open(replayed.get(0).name()).shown()).isEqualTo(PersonalText.ERASED);
    assertThat(keys.open(replayed.get(1).name()).shown()).isEqualTo("Zoë again");
  }

  @Test
  void a_sealed_text_is_passed_on_as_it_stands() {
    store(0, NAME, EMAIL);
    Texts sealed = read().getFirst();
    Contact passedOn = new Contact(sealed.name(), sealed.email(), null);
    node.ledger().append(List.of(stored(1, passedOn), stored(2, passedOn.map(keys::open))));

    assertThat(read()).hasSize(3).containsOnly(sealed);
  }

  private void store(long number, String name, String email) {
    node.ledger().append(List.of(stored(number, contact(name, email))));
  }

  private NewEvent stored(long number, Contact contact) {
    return node.bean(EventTranslator.class)
        .toStore(
            new JobCreated(JOB, "Brackets", 1, null, null, contact, null),
            number,
            UUID.randomUUID().toString(),
            Map.of("actor", "user-7"));
  }

  private List<Texts> read() {
    return node.ledger().stream(JOB.value(), 0).stream()
        .map(node.bean(EventTranslator.class)::fact)
        .map(fact -> Texts.of(Objects.requireNonNull(((JobCreated) fact).contact())))
        .toList();
  }

  private record Texts(PersonalText name, PersonalText email) {

    static Texts of(Contact contact) {
      return new Texts(
          Objects.requireNonNull(contact.name()), Objects.requireNonNull(contact.email()));
    }
  }

  private static Contact contact(String name, String email) {
    return new Contact(PersonalText.of(SUBJECT, name), PersonalText.of(SUBJECT, email), null);
  }
}
