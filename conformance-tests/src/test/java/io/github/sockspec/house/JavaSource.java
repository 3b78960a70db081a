package io.github.sockspec.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What the house rules look at in one Java file.
 *
 * @param file where it is
 * @param types the simple names of the types it declares
 * @param methods its methods that have a body
 * @param headings what each of its methods, constructors and records takes
 */
record JavaSource(Path file, List<String> types, List<Method> methods, List<Heading> headings) {
    /**
     * One method.
     *
     * @param name its name
     * @param line where it starts
     * @param lines how many its body takes, braces included
     * @param nesting how deep its statements stand inside one another
     */
    record Method(String name, long line, long lines, int nesting) {}

    /**
     * What one method, constructor or record takes.
     *
     * @param of which it is
     * @param name its own, behind the type's that it stands in and a dot
     * @param line where it starts
     * @param taken the types of its parameters or components, as they are written
     */
    record Heading(Of of, String name, long line, List<String> taken) {
        /** Whether it is told yes or no. */
        boolean toldYesOrNo() {
            return taken.stream().anyMatch(type -> type.equals("boolean") || type.equals("Boolean"));
        }
    }

    /** Who takes something. */
    enum Of {
        /** A method or a constructor, but for the one that takes a record's components. */
        METHOD,
        RECORD
    }

    static List<JavaSource> parse(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<JavaSource> sources = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                sources.add(read(unit, positions));
            }
            return sources;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JavaSource read(CompilationUnitTree unit, SourcePositions positions) {
        JavaSource source = new JavaSource(
                Path.of(unit.getSourceFile().toUri()), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        new Reader(unit, positions, source).scan(unit, null);
        return source;
    }

    /** Gathers types and methods on its way through a file. */
    private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final JavaSource source;

        Reader(CompilationUnitTree unit, SourcePositions positions, JavaSource source) {
            this.unit = unit;
            this.positions = positions;
            this.source = source;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            source.types.add(type.getSimpleName().toString());
            if (type.getKind() == Tree.Kind.RECORD) {
                String within = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree around
                        ? around.getSimpleName() + "."
                        : "";
                heading(Of.RECORD, within + type.getSimpleName(), type, components(type));
            }
            return super.visitClass(type, nothing);
        }

        private static List<VariableTree> components(ClassTree type) {
            return type.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                    .toList();
        }

        /** Whether it is the constructor of a record that takes its components: they stand in its heading. */
        private static boolean canonical(MethodTree method, ClassTree type) {
            return type.getKind() == Tree.Kind.RECORD
                    && method.getName().contentEquals("<init>")
                    && types(method.getParameters()).equals(types(components(type)));
        }

        private static List<String> types(List<? extends VariableTree> variables) {
            return variables.stream().map(each -> each.getType().toString()).toList();
        }

        private void heading(Of of, String name, Tree tree, List<? extends VariableTree> taken) {
            long start = line(positions.getStartPosition(unit, tree));
            source.headings.add(new Heading(of, name, start, types(taken)));
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            if (!canonical(method, type)) {
                heading(Of.METHOD, type.getSimpleName() + "." + method.getName(), method, method.getParameters());
            }
            if (method.getBody() != null) {
                long start = line(positions.getStartPosition(unit, method.getBody()));
                long end = line(positions.getEndPosition(unit, method.getBody()));
                Nesting nesting = new Nesting();
                nesting.scan(method.getBody(), null);
                source.methods.add(new Method(method.getName().toString(), start, end - start + 1, nesting.deepest()));
            }
            return super.visitMethod(method, nothing);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }

    /** How deep statements that hold others stand in one another; {@code else if} goes no deeper. */
    private static final class Nesting extends com.sun.source.util.TreeScanner<@Nullable Void, @Nullable Void> {
        private int depth;
        private int deepest;

        int deepest() {
            return deepest;
        }

        private @Nullable Void deeper(Runnable inside) {
            depth++;
            deepest = Math.max(deepest, depth);
            inside.run();
            depth--;
            return null;
        }

        @Override
        public @Nullable Void visitIf(IfTree tree, @Nullable Void nothing) {
            scan(tree.getCondition(), nothing);
            deeper(() -> scan(tree.getThenStatement(), nothing));
            Tree otherwise = tree.getElseStatement();
            return otherwise instanceof IfTree ? scan(otherwise, nothing) : deeper(() -> scan(otherwise, nothing));
        }

        @Override
        public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void nothing) {
            return deeper(() -> super.visitForLoop(tree, nothing));
        }

        @Override
        public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void nothing) {
            return deeper(() -> super.visitEnhancedForLoop(tree, nothing));
        }

        @Override
        public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void nothing) {
            return deeper(() -> super.visitWhileLoop(tree, nothing));
        }

        @Override
        public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void nothing) {
            return deeper(() -> super.visitDoWhileLoop(tree, nothing));
        }

        @Override
        public @Nullable Void visitTry(TryTree tree, @Nullable Void nothing) {
            return deeper(() -> super.visitTry(tree, nothing));
        }

        @Override
        public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void nothing) {
            return deeper(() -> super.visitSwitch(tree, nothing));
        }

        @Override
        public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void nothing) {
            return deeper(() -> super.visitSynchronized(tree, nothing));
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            return null;
        }
    }
}
