package sekisho.simulation;

import java.util.List;
import java.util.Map;

/**
 * What a simulation without a violation has seen.
 *
 * @param requests how many were answered, repeats included
 * @param counts how often everything happened, by name
 * @param zeros names of what never happened
 * @param stateFingerprint of the engine's whole state at the end
 */
public record SimulationResult(
        SimulationSettings settings,
        long requests,
        Map<String, Long> counts,
        List<String> zeros,
        String stateFingerprint) {}
