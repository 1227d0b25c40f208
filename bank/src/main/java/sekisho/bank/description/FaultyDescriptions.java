package sekisho.bank.description;

import java.util.List;
import java.util.stream.Collectors;

/** Descriptions that are none: nothing of the folder is used. The message has a line for every mistake. */
public final class FaultyDescriptions extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    FaultyDescriptions(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong, file by file. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * A mistake and its file.
     *
     * @param file its name
     */
    public record Fault(String file, Mistake mistake) {

        /** As compilers write it. */
        @Override
        public String toString() {
            return file + ":" + mistake;
        }
    }
}
