package jobtrail.command.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Function;
import jobtrail.command.platform.Routes.KnownRoute;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.item.ItemId;
import jobtrail.events.job.JobId;
import jobtrail.events.path.PathId;
import jobtrail.events.serial.SerialId;
import jobtrail.events.user.UserId;
import jobtrail.http.RequestRefused;
import jobtrail.ledger.Ledger;

/**
 * Tells whether what a request names is there at all: an unknown id is 404, whatever else is wrong
 * with the request.
 */
public final class KnownStreams {

  private final Ledger ledger;
  private final Routes routes;

  /**
   * Jobs, certificates and users are never deleted: who was there once need not be looked for
   * again.
   */
  private final Cache<String, Boolean> there;

  KnownStreams(Ledger ledger, Routes routes, long mostIds) {
    this.ledger = ledger;
    this.routes = routes;
    this.there = Caffeine.newBuilder().maximumSize(mostIds).build();
  }

  /**
   * The job with this id.
   *
   * @throws RequestRefused 404 when there is none, or it cannot be an id of a job
   */
  public JobId job(String id) {
    return parsed(id, JobId::new)
        .filter(job -> isThere(job.value()))
        .orElseThrow(() -> RequestRefused.notFound("Job", id));
  }

  /**
   * The path with this id and its route.
   *
   * @throws RequestRefused 404 when there is none, it was deleted, or it cannot be an id of a path
   */
  public KnownRoute path(String id) {
    return parsed(id, PathId::new)
        .flatMap(routes::of)
        .filter(route -> !route.deleted())
        .orElseThrow(() -> RequestRefused.notFound("Path", id));
  }

  /**
   * The serial number with this text; the ledger itself is asked when the command is ruled on.
   *
   * @throws RequestRefused 404 when it cannot be a serial number
   */
  public SerialId serial(String id) {
    return parsed(id, SerialId::new).orElseThrow(() -> RequestRefused.notFound("Serial", id));
  }

  /**
   * The job item with this id; the ledger itself is asked when the command is ruled on.
   *
   * @throws RequestRefused 404 when it cannot be an id of an item
   */
  public ItemId item(String id) {
    return parsed(id, ItemId::new).orElseThrow(() -> RequestRefused.notFound("Item", id));
  }

  /**
   * The certificate with this id.
   *
   * @throws RequestRefused 404 when there is none, or it cannot be an id of a certificate
   */
  public CertificateId certificate(String id) {
    return parsed(id, CertificateId::new)
        .filter(certificate -> isThere(certificate.value()))
        .orElseThrow(() -> RequestRefused.notFound("Certificate", id));
  }

  /**
   * The user with this id, active or not.
   *
   * @throws RequestRefused 404 when there is none, or it cannot be an id of a user
   */
  public UserId user(String id) {
    return parsed(id, UserId::new)
        .filter(user -> isThere(user.value()))
        .orElseThrow(() -> RequestRefused.notFound("User", id));
  }

  private boolean isThere(String streamId) {
    if (there.getIfPresent(streamId) != null) {
      return true;
    }
    boolean found = ledger.lastSequenceNumber(streamId).isPresent();
    if (found) {
      there.put(streamId, Boolean.TRUE);
    }
    return found;
  }

  private static <T> Optional<T> parsed(String id, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
