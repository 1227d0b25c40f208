package sekisho.benchmarks;

/** Is told how far long work has come. */
public interface Progress {

    /** Nobody looks. */
    Progress NONE = new Progress() {
        @Override
        public Task begin(String name, long total) {
            return done -> {};
        }

        @Override
        public void say(String line) {}
    };

    /** Work begins that has {@code total} parts. */
    Task begin(String name, long total);

    /** Something to know meanwhile. */
    void say(String line);

    /** Work that goes on; belongs to one thread. Close it when the work has ended, in whatever way. */
    interface Task extends AutoCloseable {

        /** So many parts are done. Cheap enough to be called often. */
        void reached(long done);

        /** Something short to show beside it, in place of what was shown before. */
        default void beside(String what) {}

        @Override
        default void close() {}
    }
}
