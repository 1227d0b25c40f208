package sekisho.server.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import sekisho.protocol.Assertion;
import sekisho.protocol.Proof;
import sekisho.protocol.RequestId;
import sekisho.server.access.ApiClient;
import sekisho.server.access.ScopeGate;
import sekisho.server.json.Forms;
import sekisho.server.passkey.RelyingParty;
import sekisho.server.problem.ProblemCode;
import sekisho.server.problem.ProblemException;

/** Gives end points their {@link ApiRequest} or their {@link ApiClient}. */
final class ApiRequestResolver implements HandlerMethodArgumentResolver {
    private final RelyingParty party;

    ApiRequestResolver(RelyingParty party) {
        this.party = party;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ApiRequest.class || parameter.getParameterType() == ApiClient.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        ApiClient client = ScopeGate.client();
        if (client == null) {
            throw new ProblemException(ProblemCode.UNAUTHENTICATED.problem());
        }
        return parameter.getParameterType() == ApiClient.class
                ? client
                : new ApiRequest(
                        client,
                        key(request.getHeaderValues(ApiHeaders.KEY)),
                        approvals(request.getHeaderValues(ApiHeaders.APPROVAL)));
    }

    private List<Assertion> approvals(String @Nullable [] values) {
        if (values == null) {
            return List.of();
        }
        var read = new ArrayList<Assertion>();
        for (String value : values) {
            read.add(approval(value)
                    .filter(_ -> values.length <= Proof.MOST)
                    .orElseThrow(() -> new ProblemException(
                            ProblemCode.APPROVAL_MALFORMED.problem().at(ApiHeaders.APPROVAL))));
        }
        return read;
    }

    private Optional<Assertion> approval(String value) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(value.strip());
            return party.said(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** The key, bare or as the quoted string of draft-ietf-httpapi-idempotency-key-header. */
    private static RequestId key(String @Nullable [] values) {
        if (values == null || values.length == 0) {
            throw new ProblemException(
                    ProblemCode.IDEMPOTENCY_KEY_MISSING.problem().at(ApiHeaders.KEY));
        }
        String text = values[0];
        if (text.length() > 2 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1);
        }
        RequestId id = values.length > 1 ? null : Forms.REQUEST.read().apply(text);
        if (id == null) {
            throw new ProblemException(
                    ProblemCode.IDEMPOTENCY_KEY_MALFORMED.problem().at(ApiHeaders.KEY));
        }
        return id;
    }
}
