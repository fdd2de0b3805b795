package jobtrail.query.jobitems;

import jobtrail.events.item.ItemEvent.ArtworkReceived;
import jobtrail.events.item.ItemEvent.IssuesReported;
import jobtrail.events.item.ItemEvent.ItemApproved;
import jobtrail.events.item.ItemEvent.ItemArchived;
import jobtrail.events.item.ItemEvent.ItemCancelled;
import jobtrail.events.item.ItemEvent.ItemCompleted;
import jobtrail.events.item.ItemEvent.ItemReopened;
import jobtrail.events.item.ItemEvent.ItemRestored;
import jobtrail.events.item.ItemEvent.JobItemAdded;
import jobtrail.events.item.ItemEvent.ProofChangesRequested;
import jobtrail.events.item.ItemEvent.ProofSent;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** How far are a job's items? */
@Component
@ProcessingGroup(JobItems.VIEW)
class JobItemsProjection {

  @EventHandler
  void on(JobItemAdded event, JobItemsChanges changes) {
    changes.moved(event);
  }

  @EventHandler
  void on(ArtworkReceived event, JobItemsChanges changes) {
    changes.moved(event);
  }

  @EventHandler
  void on(IssuesReported event, JobItemsChanges changes) {
    changes.moved(event);
  }

  @EventHandler
  void on(ProofSent event, JobItemsChanges changes) {
    changes.moved(event);
  }

  @EventHandler
  void on(ProofChangesRequested event, JobItemsChanges changes) {
    changes.moved(event);
  }

  @EventHandler
  void on(ItemApproved event, JobItemsChanges changes) {
    changes.moved(event);
  }

  @EventHandler
  void on(ItemReopened event, JobItemsChanges changes) {
    changes.moved(event);
  }

  @EventHandler
  void on(ItemCompleted event, JobItemsChanges changes) {
    changes.moved(event);
  }

  @EventHandler
  void on(ItemCancelled event, JobItemsChanges changes) {
    changes.moved(event);
  }

  @EventHandler
  void on(ItemArchived event, JobItemsChanges changes) {
    changes.moved(event);
  }

  @EventHandler
  void on(ItemRestored event, JobItemsChanges changes) {
    changes.moved(event);
  }
}
