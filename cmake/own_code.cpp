// A plugin for clang-tidy 14, which else matches its checks against the headers of the system too, four fifths of its
// time, and drops what it finds there. Later versions leave them out by themselves.
#include <clang-tidy/ClangTidyCheck.h>
#include <clang-tidy/ClangTidyModule.h>
#include <clang-tidy/ClangTidyModuleRegistry.h>

namespace {

using namespace clang;

/// Finds nothing: at the root of the tree it says that only what stands outside the system's headers is to be visited.
struct OwnCode : tidy::ClangTidyCheck {
  using ClangTidyCheck::ClangTidyCheck;

  void registerMatchers(ast_matchers::MatchFinder* finder) override {
    finder->addMatcher(ast_matchers::translationUnitDecl().bind("root"), this);
  }

  void check(const ast_matchers::MatchFinder::MatchResult& result) override {
    std::vector<Decl*> own;
    for (Decl* decl : result.Nodes.getNodeAs<TranslationUnitDecl>("root")->decls()) {
      if (!result.SourceManager->isInSystemHeader(decl->getLocation())) {
        own.push_back(decl);
      }
    }
    result.Context->setTraversalScope(own);
  }
};

struct Module : tidy::ClangTidyModule {
  void addCheckFactories(tidy::ClangTidyCheckFactories& checks) override {
    checks.registerCheck<OwnCode>("shanhai-own-code");
  }
};

const tidy::ClangTidyModuleRegistry::Add<Module> module("shanhai", "");

}  // namespace
