package jobtrail.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  /** Headers come as bytes, one a character. */
  private static String of(String disposition) {
    byte[] bytes = disposition.getBytes(StandardCharsets.UTF_8);
    return FileName.of("file", new String(bytes, StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "form-data; name=\"file\"; filename=\"card.pdf\"|card.pdf",
        "form-data; filename=card.pdf; name=file|card.pdf",
        "form-data;name=file;FileName = \"card.pdf\"|card.pdf",
        "form-data; filename=\"Größe 名片.pdf\"|Größe 名片.pdf",
        "form-data; filename=\"card.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%e5%90%8d.pdf|Größe 名.pdf",
        "form-data; filename*=ISO-8859-1'de'Gr%F6sse.pdf; filename=\"x\"|Grösse.pdf",
        "form-data; filename=\"../../etc/passwd\"|passwd",
        "form-data; filename=\"C:\\Users\\Ada\\card.pdf\"|card.pdf",
        "form-data; filename=\"C:\\\\Users\\\\card.pdf\"|card.pdf",
        "form-data; filename*=UTF-8''..%2F..%5Ccard.pdf|card.pdf",
        "form-data; filename=\"a \\\"b\\\"; filename=c.pdf\"|a \"b\"; filename=c.pdf",
        "form-data; filename=\"first.pdf\"; filename=\"second.pdf\"|first.pdf",
        "form-data; filename=\" card.pdf \"|card.pdf",
        "form-data; filename=\"😀.pdf\"|😀.pdf",
        "form-data; filename=\"unclosed.pdf|unclosed.pdf",
      })
  void the_last_of_the_folders_is_the_name(String disposition, String name) {
    assertThat(of(disposition)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "form-data; name=\"file\"",
        "form-data; filename=\"\"",
        "form-data; filename=\" \"",
        "form-data; filename=\"\u00A0\u200B\"",
        "form-data; filename=\"folder/\"",
        "form-data; filename=\"..\"",
        "form-data; filename=\"a/../.\"",
        "form-data; filename=\"a\0b.pdf\"",
        "form-data; filename=\"a\u0007.pdf\"",
        "form-data; filename=\"a\u0085.pdf\"",
        "form-data; filename*=UTF-8''a%00.pdf",
        "form-data; filename*=UTF-8''a.pdf%0A",
        "form-data; filename*=UTF-8''a%ED%A0%80.pdf",
        "form-data; filename*=UTF-8''a%FF.pdf",
        "form-data; filename*=UTF-8''a%.pdf",
        "form-data; filename*=UTF-7''a.pdf",
        "form-data; filename*=a.pdf",
        "",
      })
  void what_is_no_name_is_refused(String disposition) {
    assertThatThrownBy(() -> of(disposition))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(400);
              assertThat(refused.errors().getFirst().field()).isEqualTo("file");
            });
  }

  @Test
  void bytes_that_are_not_utf8_are_refused() {
    assertThatThrownBy(() -> FileName.of("file", "form-data; filename=\"a\u00ED\u00A0\u0080\""))
        .hasMessageContaining("UTF-8");
  }

  @Test
  void two_hundred_characters_of_any_script_are_kept_and_one_more_is_refused() {
    String longest = "𠜎".repeat(200);

    assertThat(of("form-data; filename=\"" + longest + "\"")).isEqualTo(longest);
    assertThatThrownBy(() -> of("form-data; filename=\"" + "x".repeat(201) + "\""))
        .hasMessageContaining("200");
    assertThatThrownBy(() -> of("form-data; filename=\"" + "\\\"".repeat(30_000) + "\""))
        .hasMessageContaining("200");
  }

  @Test
  void a_file_is_handed_out_under_its_name_in_two_ways() {
    assertThat(FileName.attachment("Größe \"100%\" 名片.pdf"))
        .isEqualTo(
            "attachment; filename=\"Gr__e _100__ __.pdf\";"
                + " filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%22100%25%22%20%E5%90%8D%E7%89%87.pdf");
  }
}
