package sekisho.benchmarks.oracle;

import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** A leak on purpose: the server takes longer over answers that are marked, where nothing hides it. For this process's server. */
@Configuration(proxyBeanMethods = false)
class PlantedLeak {
    private static final Set<String> MARKED = ConcurrentHashMap.newKeySet();
    private static volatile long nanos;

    /** From now on. */
    static void of(Duration leak) {
        nanos = leak.toNanos();
        MARKED.clear();
    }

    /** The answer to this result will leak, once. */
    static void mark(String result) {
        MARKED.add(result);
    }

    @Bean
    FilterRegistrationBean<Filter> leakingFilter() {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            chain.doFilter(request, response);
            String result = request.getParameter("result");
            if (result != null && MARKED.remove(result)) {
                long until = System.nanoTime() + nanos;
                for (long left = nanos; left > 0; left = until - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
            }
        });
        registration.addUrlPatterns("/door/return", "/link/return");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
