package jobtrail.command.platform.artwork;

import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Pattern;
import jobtrail.http.Checked;
import jobtrail.http.UploadAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Where artwork and proofs are kept, and where they come in. */
@Configuration(proxyBeanMethods = false)
class ArtworkConfiguration {

  @Bean
  ArtworkStore artworkStore(
      @Value("${jobtrail.artwork-dir:./data/artwork}") Path folder, Clock clock) {
    ArtworkFolder store = new ArtworkFolder(folder);
    store.open(clock.instant());
    return store;
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

  @Bean
  UploadAddress itemFiles() {
    return new UploadAddress(Pattern.compile("/api/items/[^/]+/(artwork|proof)"));
  }
}
