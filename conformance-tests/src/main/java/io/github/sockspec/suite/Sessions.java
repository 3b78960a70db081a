package io.github.sockspec.suite;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/** Finds the session that a case runs in. */
public final class Sessions {
    /** Where a launcher's session store keeps it. */
    public static final Namespace NAMESPACE = Namespace.create("io.github.sockspec");

    private Sessions() {}

    static Session of(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent(Session.KEY, key -> new ReferenceSession(), Session.class);
    }
}
