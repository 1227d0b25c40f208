package sekisho.server.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** A page: a template with what it shows. Templates have the parameters {@code v} (the {@link Visit}) and, if any, {@code m}. */
public final class Page implements View {
    private static final String TEMPLATES = "sekisho.server.templates";
    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES);

    private final String template;
    private final Map<String, Object> parameters;
    private final int status;

    private Page(String template, Map<String, Object> parameters, int status) {
        this.template = template;
        this.parameters = parameters;
        this.status = status;
    }

    /** A page without a model. */
    public static ModelAndView of(String template, Visit visit) {
        return of(template, visit, null, HttpStatus.OK);
    }

    /** A page; the template is named by its path below the templates' folder, without ending. */
    public static ModelAndView of(String template, Visit visit, Object model) {
        return of(template, visit, model, HttpStatus.OK);
    }

    public static ModelAndView of(String template, Visit visit, @Nullable Object model, HttpStatus status) {
        var parameters = new HashMap<String, Object>();
        parameters.put("v", visit);
        if (model != null) {
            parameters.put("m", model);
        }
        return new ModelAndView(new Page(template, parameters, status.value()));
    }

    /** A form again, with what is wrong with it. */
    public static ModelAndView again(String template, Visit visit, Object model) {
        return of(template, visit, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = html().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(getContentType());
        if (parameters.get("v") instanceof Visit visit) {
            // Spring has set the browser's; Tomcat writes the header of what was set last.
            response.setLocale(visit.language().locale());
        }
        response.getOutputStream().write(body);
    }

    /** As text. */
    String html() {
        var out = new StringOutput();
        ENGINE.render(template + ".jte", parameters, out);
        return out.toString();
    }
}
