package sekisho.server.web;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import sekisho.server.json.Form;
import sekisho.server.json.Forms;

/**
 * Reads parameters that are words. A converter alone would not do: where it refuses a text, Spring takes an empty one for
 * none, and the name of a constant for the constant.
 */
@ControllerAdvice
final class Words {

    @InitBinder
    void register(WebDataBinder binder) {
        var target = binder.getTargetType();
        Class<?> type = target == null ? null : target.resolve();
        if (type != null && type.isEnum()) {
            binder.registerCustomEditor(type, new Editor(form(type)));
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the type is an enumeration's
    private static Form<?> form(Class<?> type) {
        return Forms.words((Class) type);
    }

    private static final class Editor extends PropertyEditorSupport {
        private final Form<?> form;

        Editor(Form<?> form) {
            this.form = form;
        }

        @Override
        public void setAsText(String text) {
            setValue(form.parse(text));
        }
    }
}
