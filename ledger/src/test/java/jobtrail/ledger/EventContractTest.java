package jobtrail.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jobtrail.events.DomainEvent;
import jobtrail.events.EventNames;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What was ever stored stays readable: one file for each event and revision, never changed and
 * never deleted. It stands here and not with the events, because the ledger's serializer decides
 * how an event is written, personal texts above all.
 *
 * <p>A new event, or a new revision of one, comes with its file; a line feed ends it.
 */
class EventContractTest {

  private static final Path FILES = Path.of("src/test/resources/contract");
  private static final Pattern FILE_NAME = Pattern.compile("([a-z.-]+)\\.([0-9]+)\\.json");

  /** No text of the contract needs a key: all are sealed already. */
  private final EventTranslator translator =
      new EventTranslator(
          new StoredNamesSerializer(
              new SubjectKeys(
                  new SubjectKeySql(
                      BareLedger.dataSource(
                          new DatabaseAddress("jdbc:postgresql://localhost:1/none", "", ""))))));

  private record Contract(Path file, String streamType, String name, int revision) {

    static Contract of(Path file) {
      Matcher matcher = FILE_NAME.matcher(file.getFileName().toString());
      assertThat(matcher.matches()).as("<stored name>.<revision>.json: " + file).isTrue();
      return new Contract(
          file,
          file.getName(file.getNameCount() - 2).toString(),
          matcher.group(1),
          Integer.parseInt(matcher.group(2)));
    }
  }

  @TestFactory
  Stream<DynamicTest> every_file_is_of_an_event_we_know_and_still_loads() throws IOException {
    return contracts().stream()
        .map(contract ->
            dynamicTest(contract.file().getFileName().toString(), () -> load(contract)));
  }

  @TestFactory
  Stream<DynamicTest> every_event_still_writes_its_newest_file_byte_for_byte() throws IOException {
    Map<String, Contract> newest = new TreeMap<>();
    for (Contract contract : contracts()) {
      newest.merge(contract.name(), contract, (a, b) -> a.revision() > b.revision() ? a : b);
    }
    return newest.values().stream()
        .map(contract ->
            dynamicTest(
                contract.name(),
                () ->
                    assertThat(
                            translator.toStore(load(contract), 0, "id", Map.of()).payload() + "\n")
                        .isEqualTo(Files.readString(contract.file()))));
  }

  @Test
  void every_event_has_a_file_of_each_revision_it_ever_had() throws IOException {
    List<String> files =
        contracts().stream()
            .map(contract ->
                contract.streamType() + "/" + contract.name() + "." + contract.revision())
            .toList();
    List<String> events =
        EventNames.all().values().stream()
            .map(EventNames::nameOf)
            .flatMap(name ->
                Stream.iterate(1, revision -> revision <= name.revision(), revision -> revision + 1)
                    .map(revision -> name.streamType() + "/" + name.name() + "." + revision))
            .toList();
    assertThat(files).containsExactlyInAnyOrderElementsOf(events);
  }

  private DomainEvent load(Contract contract) throws IOException {
    NewEvent event =
        new NewEvent(
            null,
            contract.streamType(),
            "contract",
            0,
            "id",
            contract.name(),
            contract.revision(),
            Files.readString(contract.file()),
            "{}");
    return translator.fact(new StoredEvent(1, event, Instant.EPOCH, new byte[32]));
  }

  private static List<Contract> contracts() throws IOException {
    try (Stream<Path> files = Files.walk(FILES)) {
      return files.filter(Files::isRegularFile).map(Contract::of).toList();
    }
  }
}
