package ai.nominate.tenantmgr.product;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides one running product to all test classes of the run, because its start is expensive. Stops it after the last
 * class.
 */
final class OnProduct implements ParameterResolver, BeforeEachCallback {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Product.class;
    }

    @Override
    public Product resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return product(context);
    }

    /** Resets what the previous test has set. */
    @Override
    public void beforeEach(ExtensionContext context) {
        product(context).workQuickly();
    }

    private static Product product(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(OnProduct.class))
                .getOrComputeIfAbsent(Product.class, key -> new Product(), Product.class);
    }
}
