package jobtrail.command.serial.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A path on paper: its steps in order, with those that were taken away still in their place. */
public final class RouteModel {

  /** One step as it is wanted just now. */
  public record StepCard(String id, boolean optional, String dependency) {}

  private String mode;
  private List<StepCard> inUse;
  private List<String> everyPlace;
  private final Map<String, StepCard> known = new HashMap<>();

  /** A path as it was laid out. */
  public RouteModel(String mode, List<StepCard> steps) {
    this.mode = mode;
    this.inUse = List.copyOf(steps);
    this.everyPlace = steps.stream().map(StepCard::id).toList();
    steps.forEach(step -> known.put(step.id(), step));
  }

  /** Future moves follow another mode. */
  public void setMode(String mode) {
    this.mode = mode;
  }

  /** Other steps; one that is not among them keeps its place behind whom it stood behind. */
  public void setSteps(List<StepCard> steps) {
    List<String> places = new ArrayList<>(steps.stream().map(StepCard::id).toList());
    for (int i = 0; i < everyPlace.size(); i++) {
      String old = everyPlace.get(i);
      if (!places.contains(old)) {
        places.add(i == 0 ? 0 : places.indexOf(everyPlace.get(i - 1)) + 1, old);
      }
    }
    inUse = List.copyOf(steps);
    everyPlace = places;
    steps.forEach(step -> known.put(step.id(), step));
  }

  public String mode() {
    return mode;
  }

  /** The steps that serials take, in order. */
  public List<StepCard> steps() {
    return inUse;
  }

  /** Every step there ever was. */
  public List<String> everyStep() {
    return everyPlace;
  }

  boolean knows(String step) {
    return known.containsKey(step);
  }

  boolean retired(String step) {
    return inUse.stream().noneMatch(card -> card.id().equals(step));
  }

  StepCard card(String step) {
    StepCard card = known.get(step);
    if (card == null) {
      throw new IllegalArgumentException(step);
    }
    return card;
  }

  int place(String step) {
    return everyPlace.indexOf(step);
  }

  /** The place among the steps in use; a step out of use counts with the one after it, or last. */
  int index(String step) {
    long before = inUse.stream().filter(card -> place(card.id()) < place(step)).count();
    return Math.min((int) before, inUse.size() - 1);
  }
}
