package jobtrail.query.certificates;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jobtrail.http.Page;
import jobtrail.query.platform.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The certificates as other questions need them too. */
@Component
public class Certificates {

  /** Name of the view. */
  public static final String VIEW = "certificates";

  private final CertificateSql sql;
  private final Stored stored;

  Certificates(CertificateSql sql, Stored stored) {
    this.sql = sql;
    this.stored = stored;
  }

  /** What vouches for a serial: each certificate once, in the order of first attachment. */
  public List<CertificateView> ofSerial(String serialId) {
    return sql.ofSerial(serialId).stream().map(this::view).toList();
  }

  /** What was attached to a serial, in that order; one more than the page holds when there is. */
  public List<AttachmentView> attachmentsTo(String serialId, Page page) {
    return sql.attachmentsTo(serialId, page).stream().map(AttachmentView::of).toList();
  }

  Optional<CertificateView> byId(String certificateId) {
    return sql.byId(certificateId).map(this::view);
  }

  List<CertificateView> newest(Page page) {
    return sql.newest(page).stream().map(this::view).toList();
  }

  List<AttachmentView> attachmentsOf(String certificateId, Page page) {
    return sql.attachmentsOf(certificateId, page).stream().map(AttachmentView::of).toList();
  }

  private CertificateView view(CertificateRow row) {
    return new CertificateView(
        row.certificateId(),
        row.type(),
        row.name(),
        metadata(row.metadata()),
        row.createdAt(),
        row.createdPosition());
  }

  @SuppressWarnings("unchecked") // a JSON object has texts for names
  private @Nullable Map<String, Object> metadata(@Nullable String text) {
    return text == null ? null : stored.value(text, Map.class);
  }
}
