package jobtrail.query.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code jobtrail.views.*}.
 *
 * @param segments into how many parts a new view's work is split, by job
 * @param batch events written in one transaction, at most
 * @param patience how long a query waits for the position it asked for
 * @param workers threads that all views of this node share
 */
@ConfigurationProperties("jobtrail.views")
record ViewSettings(
    @DefaultValue("2") int segments,
    @DefaultValue("1000") int batch,
    @DefaultValue("2s") Duration patience,
    @DefaultValue("4") int workers) {}
