package jobtrail.ledger;

import static jobtrail.ledger.LedgerFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.PGConnection;

class HashChainTest {

  private static final String COLUMNS =
      "position, job_id, stream_type, stream_id, sequence_number, event_id, name, revision, recorded_at, payload, metadata, hash";

  private static final DatabaseAddress ORIGINAL = tenEvents();

  /** The test vector of the ADR: whoever checks our ledger by other means gets the same. */
  @Test
  void two_known_events_have_known_hashes() {
    HashChain chain = new HashChain();
    byte[] first =
        chain.next(
            LedgerHead.GENESIS.hash(),
            1,
            new NewEvent(
                "job_V1StGXR8_Z5j",
                "job",
                "job_V1StGXR8_Z5j",
                0,
                "5f0c0a52-6f5b-4c7e-9f0e-0d6a1f6f7a01",
                "job.created",
                1,
                "{\"jobId\":\"job_V1StGXR8_Z5j\",\"name\":\"Größe 7 – 漢字 🧩\"}",
                "{\"actor\":\"anna\"}"),
            Instant.parse("2026-01-02T03:04:05.678Z"));
    byte[] second =
        chain.next(
            first,
            2,
            new NewEvent(
                null,
                "template",
                "tmpl_1",
                41,
                "5f0c0a52-6f5b-4c7e-9f0e-0d6a1f6f7a02",
                "template.renamed",
                3,
                "{}",
                "{}"),
            Instant.parse("2026-01-02T03:04:05.678Z"));

    assertThat(HexFormat.of().formatHex(first))
        .isEqualTo("ea6c398ccdee9bd911ae30ee7f9160117e2c7b1b1d08218cf44b826e7db1f6f6");
    assertThat(HexFormat.of().formatHex(second))
        .isEqualTo("ef0997b77f061e4385cc758a193f2a2d042c16956d4280690498b929c9110f8b");
  }

  @Test
  void every_field_counts() {
    NewEvent event = new NewEvent("job_1", "job", "s", 1, "id", "n", 1, "{}", "{}");
    List<NewEvent> others =
        List.of(
            event,
            new NewEvent(null, "job", "s", 1, "id", "n", 1, "{}", "{}"),
            new NewEvent("", "job", "s", 1, "id", "n", 1, "{}", "{}"),
            new NewEvent("job_1", "jobs", "", 1, "id", "n", 1, "{}", "{}"),
            new NewEvent("job_1", "job", "s", 2, "id", "n", 1, "{}", "{}"),
            new NewEvent("job_1", "job", "s", 1, "ie", "n", 1, "{}", "{}"),
            new NewEvent("job_1", "job", "s", 1, "id", "m", 1, "{}", "{}"),
            new NewEvent("job_1", "job", "s", 1, "id", "n", 2, "{}", "{}"),
            new NewEvent("job_1", "job", "s", 1, "id", "n", 1, "{ }", "{}"),
            new NewEvent("job_1", "job", "s", 1, "id", "n", 1, "{}", "{ }"));
    HashChain chain = new HashChain();
    Instant at = Instant.ofEpochMilli(5);
    byte[] genesis = LedgerHead.GENESIS.hash();

    assertThat(others.stream().map(other -> hex(chain.next(genesis, 1, other, at))).distinct())
        .hasSize(others.size());
    assertThat(hex(chain.next(genesis, 2, event, at)))
        .isNotEqualTo(hex(chain.next(genesis, 1, event, at)));
    assertThat(hex(chain.next(genesis, 1, event, at.plusMillis(1))))
        .isNotEqualTo(hex(chain.next(genesis, 1, event, at)));
    assertThat(hex(chain.next(new byte[] {1}, 1, event, at)))
        .isNotEqualTo(hex(chain.next(genesis, 1, event, at)));
  }

  /** What somebody with the disk in his hands could do; the copy stands for it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "payload    | case position when 4 then '{ }'::json else payload end         | 4",
        "metadata   | case position when 4 then '{\"a\":1}'::json else metadata end  | 4",
        "job_id     | case position when 4 then null else job_id end                 | 4",
        "name       | case position when 1 then 'test.other' else name end           | 1",
        "revision   | case position when 10 then 2 else revision end                 | 10",
        "stream_id  | case position when 2 then 'SN-00009' else stream_id end        | 2",
        "event_id   | case position when 4 then 'x' else event_id end                | 4",
        "stream_type| case position when 4 then 'job' else stream_type end           | 4",
        "recorded_at| case position when 10 then recorded_at + interval '1 microsecond' else recorded_at end | 10",
        "hash       | case position when 5 then sha256('') else hash end             | 5",
        "position   | case position when 3 then 4 when 4 then 3 else position end    | 3",
        "position   | case when position > 6 then position - 1 when position = 6 then -1 else position end | 6",
        "position   | case when position > 6 then position + 1 else position end     | 8"
      })
  void an_altered_event_is_found(String column, String change, long found) throws Exception {
    DatabaseAddress copy = copyWith(column.strip(), change);
    try (BareLedger node = new BareLedger(copy)) {
      assertThat(node.ledger.verify())
          .isEqualTo(new Ledger.Verification(found == 8 ? 6 : found - 1, found));
    }
  }

  @Test
  void an_unaltered_copy_is_as_good_as_the_ledger() throws Exception {
    try (BareLedger node = new BareLedger(copyWith("name", "name"))) {
      assertThat(node.ledger.verify()).isEqualTo(new Ledger.Verification(10, null));
    }
  }

  private static DatabaseAddress tenEvents() {
    DatabaseAddress address = TestPostgres.freshLedger();
    try (BareLedger node = new BareLedger(address)) {
      node.ledger.append(
          IntStream.range(0, 10).mapToObj(number -> event("SN-00001", number)).toList());
    }
    return address;
  }

  private static DatabaseAddress copyWith(String column, String change) throws Exception {
    DatabaseAddress copy = TestPostgres.freshLedger();
    String selected = COLUMNS.replaceFirst("\\b" + column + "\\b", change.replace("$", "\\$"));
    try (var from = Sql.connect(ORIGINAL);
        var to = Sql.connect(copy)) {
      var out = new StringWriter();
      from.unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("copy (select " + selected + " from ledger.event) to stdout", out);
      to.unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy ledger.event (" + COLUMNS + ") from stdin",
              new StringReader(out.toString().replaceAll("(?m)^-1\t.*\n", "")));
    }
    return copy;
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
