package sekisho.browsertests.sweep;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import sekisho.browsertests.system.Site;

/** Every route of every controller in the product, read from the classes that were built. */
public final class Routes {
    private static final List<Route> ALL = Stream.of(Site.WALLET, Site.BANK)
            .flatMap(site -> in(site.controllers()))
            .sorted(Comparator.comparing(Route::toString))
            .toList();

    private Routes() {}

    public static List<Route> all() {
        return ALL;
    }

    /** Routes of pages that show something. */
    public static List<Route> pages() {
        return ALL.stream()
                .filter(route -> route.reads() && !route.forPrograms())
                .toList();
    }

    /** Routes of pages that change something. */
    public static List<Route> forms() {
        return ALL.stream()
                .filter(route -> !route.reads() && !route.forPrograms())
                .toList();
    }

    /** Routes for programs that show something. */
    public static List<Route> reads() {
        return ALL.stream()
                .filter(route -> route.reads() && route.forPrograms())
                .toList();
    }

    private static Stream<Route> in(String packageName) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scanner.findCandidateComponents(packageName).stream()
                .map(found -> load(String.valueOf(found.getBeanClassName())))
                .flatMap(Routes::of);
    }

    private static Stream<Route> of(Class<?> controller) {
        return Stream.of(controller.getDeclaredMethods()).flatMap(method -> of(controller, method));
    }

    private static Stream<Route> of(Class<?> controller, Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) {
            return Stream.of();
        }
        RequestMapping above = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        boolean forPrograms = AnnotatedElementUtils.hasAnnotation(controller, ResponseBody.class)
                || AnnotatedElementUtils.hasAnnotation(method, ResponseBody.class);
        String handler = controller.getSimpleName() + "." + method.getName();
        return paths(above)
                .flatMap(prefix -> paths(mapping).map(path -> prefix + path))
                .flatMap(pattern ->
                        methods(mapping).map(verb -> new Route(site(controller), verb, pattern, forPrograms, handler)));
    }

    private static Stream<String> paths(@Nullable RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? Stream.of("") : Stream.of(mapping.path());
    }

    /** A mapping that names no method answers them all. */
    private static Stream<String> methods(RequestMapping mapping) {
        return mapping.method().length == 0
                ? Stream.of(RequestMethod.GET.name(), RequestMethod.POST.name())
                : Stream.of(mapping.method()).map(RequestMethod::name);
    }

    /** The site with the longest package that the controller is below. */
    private static Site site(Class<?> controller) {
        Optional<Site> site = Stream.of(Site.values())
                .filter(candidate -> (controller.getName() + ".").startsWith(candidate.controllers() + "."))
                .max(Comparator.comparingInt(
                        candidate -> candidate.controllers().length()));
        return site.orElseThrow();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Routes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
