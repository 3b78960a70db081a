package io.github.sockspec.suite;

import io.github.sockspec.spec.Clause;
import io.github.sockspec.spec.Role;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs each case once for every implementation it speaks of. */
final class CaseExtension implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Case annotation = context.getRequiredTestMethod().getAnnotation(Case.class);
        Session session = Sessions.of(context);
        return session.candidates(CaseName.of(annotation)).stream()
                .map(candidate -> new ForCandidate(annotation, candidate, session));
    }

    /** One case against one implementation. */
    private record ForCandidate(Case annotation, Candidate candidate, Session session)
            implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int index) {
            return CaseName.of(annotation) + " [" + candidate.implementation().name() + "]";
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            CaseName name = CaseName.of(annotation);
            return List.of(
                    Clause.required(annotation.clause()).role() == Role.SERVER
                            ? new ServerConduct(name, annotation.ownProcess(), candidate, session)
                            : new ClientConduct(name, annotation.ownProcess(), candidate, session));
        }
    }
}
