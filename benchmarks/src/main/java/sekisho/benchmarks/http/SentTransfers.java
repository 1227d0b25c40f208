package sekisho.benchmarks.http;

/**
 * What a load knows of the transfers that it has sent.
 *
 * @param accepted answered so
 * @param unknown not answered, or with something else than a decision: they may have been done or not
 */
record SentTransfers(long accepted, long unknown) {
    static final SentTransfers NONE = new SentTransfers(0, 0);

    SentTransfers plus(SentTransfers more) {
        return new SentTransfers(accepted + more.accepted, unknown + more.unknown);
    }
}
