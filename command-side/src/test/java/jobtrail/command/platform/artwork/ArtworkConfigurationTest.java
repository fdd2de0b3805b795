package jobtrail.command.platform.artwork;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.catalina.connector.Connector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.util.unit.DataSize;

class ArtworkConfigurationTest {

  /** 20 files and 1 MiB for the rest of the form; what is more than Tomcat can count is all. */
  @ParameterizedTest
  @CsvSource({"1MB, 22020096", "100MB, 2098200576", "200MB, 2147483647", "5GB, 2147483647"})
  void a_refused_upload_is_read_to_its_end_however_large_files_may_be(
      String largestFile, int read) {
    TomcatServletWebServerFactory server = new TomcatServletWebServerFactory();
    new ArtworkConfiguration().roomForRefusedUploads(DataSize.parse(largestFile)).customize(server);
    Connector connector = new Connector();
    server.getConnectorCustomizers().forEach(customizer -> customizer.customize(connector));

    assertThat(connector.getProperty("maxSwallowSize")).isEqualTo(read);
  }
}
