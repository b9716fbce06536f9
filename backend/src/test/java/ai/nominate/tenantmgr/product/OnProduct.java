package ai.nominate.tenantmgr.product;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one running product to every test class of the run: its start is the dear part. Ends it after the last of them. */
final class OnProduct implements ParameterResolver, BeforeEachCallback {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Product.class;
    }

    @Override
    public Product resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return product(context);
    }

    /** Whatever the test before has set. */
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
