package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import jobtrail.command.platform.CommandRefused;
import jobtrail.http.RefusalSource;
import jobtrail.http.RequestRefused;
import org.jspecify.annotations.Nullable;

/** How a reason is told over HTTP. */
public record RefusalRow(String code, int status) {

  /** The node's own advice tells this refusal as the row says; a reason without a row fails. */
  public static void isTold(@Nullable RefusalRow row, CommandRefused refused) {
    assertThat(row).as("a row for " + refused.code()).isNotNull();
    RequestRefused told =
        Objects.requireNonNull(Node.first().bean(RefusalSource.class).refusalFor(refused));
    assertThat(new RefusalRow(told.code(), told.status())).isEqualTo(row);
    assertThat(told.detail()).isEqualTo(refused.getMessage());
    assertThat(told.headers()).containsKey("Ledger-Position");
  }
}
