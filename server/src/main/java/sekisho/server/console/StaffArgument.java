package sekisho.server.console;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import sekisho.server.pages.NotReady;

/** Gives controllers the {@link StaffMember} who is signed in; who has left since is sent to the door. Any thread. */
final class StaffArgument implements HandlerMethodArgumentResolver {
    private final Staff staff;

    StaffArgument(Staff staff) {
        this.staff = staff;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == StaffMember.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return request.getUserPrincipal() instanceof Authentication who && who.getPrincipal() instanceof StaffId id
                ? staff.find(id).orElseThrow(() -> new NotReady(StaffSignInPages.PATH))
                : nobody();
    }

    private static StaffMember nobody() {
        throw new NotReady(StaffSignInPages.PATH);
    }
}
