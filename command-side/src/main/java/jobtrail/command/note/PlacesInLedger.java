package jobtrail.command.note;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jobtrail.command.note.NoteCommand.CreateNote;
import jobtrail.command.note.NoteCommand.Places;
import jobtrail.command.platform.Routes;
import jobtrail.command.platform.StepPaths;
import jobtrail.events.DomainEvent;
import jobtrail.events.path.PathId;
import jobtrail.events.path.Route;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialId;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from the ledger where each serial was issued to: all that a note names in one question. */
@Component
class PlacesInLedger implements NamedPlaces {

  private final Ledger ledger;
  private final EventTranslator translator;
  private final Routes routes;
  private final StepPaths steps;

  PlacesInLedger(Ledger ledger, EventTranslator translator, Routes routes, StepPaths steps) {
    this.ledger = ledger;
    this.translator = translator;
    this.routes = routes;
    this.steps = steps;
  }

  @Override
  public Places of(CreateNote command) {
    Route route = routes.routeOf(command.pathId());
    return new Places(route.jobId(), pathOfStep(command, route), pathsOf(command.serialIds()));
  }

  /** Mostly the route at hand knows the step, retired or not. */
  private @Nullable PathId pathOfStep(CreateNote command, Route route) {
    return route.stop(command.stepId()).isPresent()
        ? command.pathId()
        : steps.pathOf(command.stepId()).orElse(null);
  }

  private Map<SerialId, PathId> pathsOf(List<SerialId> serialIds) {
    return ledger.beginnings(serialIds.stream().map(SerialId::value).toList()).stream()
        .map(translator::fact)
        .map(PlacesInLedger::creation)
        .collect(Collectors.toMap(SerialCreated::serialId, SerialCreated::pathId));
  }

  private static SerialCreated creation(DomainEvent first) {
    return (SerialCreated) first;
  }
}
