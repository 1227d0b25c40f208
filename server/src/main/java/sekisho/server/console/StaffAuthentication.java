package sekisho.server.console;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Somebody of the staff is signed in. What they may do is not kept here: it is looked up at every request. */
final class StaffAuthentication extends AbstractAuthenticationToken {
    /** What the console's pages ask for. */
    static final String STAFF = "STAFF";

    private static final long serialVersionUID = 1;

    private final StaffId member;

    StaffAuthentication(StaffId member) {
        super(AuthorityUtils.createAuthorityList(STAFF));
        this.member = member;
        setAuthenticated(true);
    }

    @Override
    public StaffId getPrincipal() {
        return member;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return "staff:" + member.value();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StaffAuthentication that && that.member.equals(member);
    }

    @Override
    public int hashCode() {
        return member.hashCode();
    }
}
