package jobtrail.command.platform.artwork;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import jobtrail.http.Checked;
import jobtrail.http.UploadAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Where artwork and proofs are kept, and where they come in. */
@Configuration(proxyBeanMethods = false)
class ArtworkConfiguration {

  @Bean
  ArtworkFolder artworkStore(@Value("${jobtrail.artwork-dir:./data/artwork}") Path folder) {
    ArtworkFolder store = new ArtworkFolder(folder);
    store.open();
    return store;
  }

  @Bean
  ArtworkSweep artworkSweep(ArtworkFolder store) {
    return new ArtworkSweep(store, Duration.ofHours(1));
  }

  @Bean
  Uploads uploads(
      ArtworkStore store,
      Checked checked,
      @Value("${jobtrail.artwork.max-size:200MB}") DataSize largest) {
    return new Uploads(store, checked, largest.toBytes());
  }

  @Bean
  Downloads downloads(ArtworkStore store) {
    return new Downloads(store);
  }

  /**
   * An upload that is refused on its way is read to its end all the same, or its sender would see a
   * broken connection instead of the answer.
   */
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> roomForRefusedUploads(
      @Value("${jobtrail.artwork.max-size:200MB}") DataSize largest) {
    long most = Math.min(Integer.MAX_VALUE, Uploads.largestForm(largest.toBytes()));
    return server ->
        server.addConnectorCustomizers(
            connector -> connector.setProperty("maxSwallowSize", Long.toString(most)));
  }

  @Bean
  UploadAddress itemFiles() {
    return new UploadAddress(Pattern.compile("/api/items/[^/]+/(artwork|proof)"));
  }
}
