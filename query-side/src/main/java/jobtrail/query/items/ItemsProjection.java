package jobtrail.query.items;

import jobtrail.events.item.ItemEvent.ArtworkAdded;
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
import jobtrail.events.item.ItemEvent.ProofLinkIssued;
import jobtrail.events.item.ItemEvent.ProofSent;
import jobtrail.events.item.ItemEvent.ProofUploaded;
import jobtrail.query.platform.Moment;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** What has become of each item, and what happened to it on the way? */
@Component
@ProcessingGroup(Items.VIEW)
class ItemsProjection {

  @EventHandler
  void on(JobItemAdded event, Moment when, ItemChanges changes) {
    changes.add(event, when);
  }

  @EventHandler
  void on(ArtworkReceived event, Moment when, ItemChanges changes) {
    changes.happened(event, when);
  }

  @EventHandler
  void on(ArtworkAdded event, Moment when, ItemChanges changes) {
    changes.happened(event, when);
  }

  @EventHandler
  void on(IssuesReported event, Moment when, ItemChanges changes) {
    changes.happened(event, when);
  }

  @EventHandler
  void on(ProofUploaded event, Moment when, ItemChanges changes) {
    changes.happened(event, when);
  }

  @EventHandler
  void on(ProofSent event, Moment when, ItemChanges changes) {
    changes.happened(event, when);
  }

  @EventHandler
  void on(ProofLinkIssued event, Moment when, ItemChanges changes) {
    changes.happened(event, when);
  }

  @EventHandler
  void on(ProofChangesRequested event, Moment when, ItemChanges changes) {
    changes.happened(event, when);
  }

  @EventHandler
  void on(ItemApproved event, Moment when, ItemChanges changes) {
    changes.happened(event, when);
  }

  @EventHandler
  void on(ItemReopened event, Moment when, ItemChanges changes) {
    changes.happened(event, when);
  }

  @EventHandler
  void on(ItemCompleted event, Moment when, ItemChanges changes) {
    changes.happened(event, when);
  }

  @EventHandler
  void on(ItemCancelled event, Moment when, ItemChanges changes) {
    changes.happened(event, when);
  }

  @EventHandler
  void on(ItemArchived event, Moment when, ItemChanges changes) {
    changes.happened(event, when);
  }

  @EventHandler
  void on(ItemRestored event, Moment when, ItemChanges changes) {
    changes.happened(event, when);
  }
}
