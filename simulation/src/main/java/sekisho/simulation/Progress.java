package sekisho.simulation;

/** Is told now and then how far a simulation is; on the simulation's thread. */
@FunctionalInterface
public interface Progress {

    Progress NONE = (done, steps) -> {};

    void at(int done, int steps);
}
