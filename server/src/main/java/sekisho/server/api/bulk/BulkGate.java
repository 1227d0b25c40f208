package sekisho.server.api.bulk;

/** Whether bulk requests have to wait, because the projection is too far behind. */
interface BulkGate {
    boolean isShut();
}
