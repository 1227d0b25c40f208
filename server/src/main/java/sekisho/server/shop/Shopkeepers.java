package sekisho.server.shop;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import sekisho.server.pages.NotThere;
import sekisho.server.people.PersonId;

/** Makes a {@link Shopkeeper} of who works in a shop; for everybody else there are no such pages. Any thread. */
final class Shopkeepers implements HandlerMethodArgumentResolver {
    private final Shops shops;

    Shopkeepers(Shops shops) {
        this.shops = shops;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Shopkeeper.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        PersonId person = PersonId.signedIn(request.getUserPrincipal());
        if (person == null) {
            throw new NotThere();
        }
        return shops.keeper(person).orElseThrow(NotThere::new);
    }
}
