package sekisho.server.projection;

/** Somebody else writes the projection of this database. */
public final class OtherProjector extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** Why nothing is done, and what to do. */
    static final String REASON = "another projector or a rebuild writes to this database; stop it first";

    OtherProjector() {
        super(REASON);
    }
}
