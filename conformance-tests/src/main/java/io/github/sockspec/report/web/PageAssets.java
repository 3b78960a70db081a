package io.github.sockspec.report.web;

import io.github.sockspec.report.Templates;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page's own style and script with the policy that lets a browser run these two and nothing else: each is named by its
 * hash, nothing may be fetched, and no text may become markup. So even a mistake in a template could run nothing.
 *
 * @param style the style sheet
 * @param script the script
 * @param policy the content security policy
 */
record PageAssets(String style, String script, String policy) {
    /** The shell of the report. */
    static PageAssets ofPage() {
        String style = Templates.file("page.css");
        String script = Templates.file("page.js");
        String policy = "default-src 'none'; style-src 'sha256-" + hash(style) + "'; script-src 'sha256-" + hash(script)
                + "'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
        return new PageAssets(style, script, policy);
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
