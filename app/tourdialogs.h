#pragma once

#include "models/proposalpreview.h"

#include <QString>

#include <memory>
#include <vector>

class QWidget;

namespace slipway
{

class MainWindow;

/// A pull request with a lock file, and issues of findings, as a person is shown them.
[[nodiscard]] ProposalPreviewPtr sampleProposal();
[[nodiscard]] IssuesPreviewPtr sampleIssues();

/// A dialog for the tour's pictures: shown, so that it has all that is shown has, but on no screen.
struct TourDialog final {
    QString name; ///< of its picture
    std::unique_ptr<QWidget> widget;
};

/// Every dialog that needs nothing but the window, with a made-up account in those about accounts.
[[nodiscard]] std::vector<TourDialog> tourDialogs(const MainWindow& window);

} // namespace slipway
