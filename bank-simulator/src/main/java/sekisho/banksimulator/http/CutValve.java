package sekisho.banksimulator.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Cuts the connection of requests that ask for it, before a byte of the answer is sent. */
final class CutValve extends ValveBase {
    private static final String CUT = CutValve.class.getName();

    CutValve() {
        super(true);
    }

    /** Has the connection of a request cut when it ends. */
    static void cut(HttpServletRequest request) {
        request.setAttribute(CUT, true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(CUT) != null) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        }
    }
}
