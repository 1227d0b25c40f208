package sekisho.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The real engine with one method of one class changed, as bytecode, in a class loader of its own: the bug sits where
 * it could have been made, and everything around it is what is shipped.
 */
final class BrokenCore {

    private BrokenCore() {}

    /** Makes engines whose method with this name is changed. */
    static Engine.Maker with(String className, String method, CodeTransform bug) {
        AtomicBoolean changed = new AtomicBoolean();
        ClassTransform transform = ClassTransform.transformingMethodBodies(
                model -> {
                    boolean found = model.methodName().equalsString(method);
                    changed.compareAndSet(false, found);
                    return found;
                },
                bug);
        try {
            Object maker = new Loader(className, transform)
                    .loadClass(CoreEngine.Maker.class.getName())
                    .getConstructor()
                    .newInstance();
            Class.forName(className, true, maker.getClass().getClassLoader());
            if (!changed.get()) {
                throw new IllegalStateException("no method " + method + " in " + className);
            }
            return (Engine.Maker) maker;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the broken engine cannot be loaded", e);
        }
    }

    /** Loads the engine's classes anew, one of them changed; what engine and simulation share stays shared. */
    private static final class Loader extends ClassLoader {

        private final String className;
        private final ClassTransform bug;

        Loader(String className, ClassTransform bug) {
            super(BrokenCore.class.getClassLoader());
            this.className = className;
            this.bug = bug;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            boolean own = name.startsWith("sekisho.core.") && !name.equals("sekisho.core.Capacity");
            if (!own && !name.startsWith(CoreEngine.class.getName())) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                if (name.equals(className)) {
                    ClassFile classFile = ClassFile.of();
                    bytes = classFile.transformClass(classFile.parse(bytes), bug);
                }
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
