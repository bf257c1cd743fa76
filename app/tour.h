#pragma once

#include "app/tourdialogs.h"
#include "views/theme/theme.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QSize>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace slipway
{

class CompareDialog;
class WhatIfDialog;
class MainWindow;

/// Takes a picture of every page, in both themes and two sizes and in high contrast, of its states, of the palette, the
/// dialogs and every component, and one sheet with all of them, those that a tour in another language or at another
/// scale left in the folder included. Each picture's texts are looked at: none may be cut without a tooltip or lie over
/// another. Start it once the window shows what it is to show; it goes on by signal whenever a page has
/// what it needs.
class Tour final : public QObject
{
    Q_OBJECT
public:
    struct Shot {
        QSize size; ///< empty: as large as it likes to be
        ThemeMode theme;
    };

    Tour(MainWindow& window, QString folder, QObject* parent = nullptr);
    ~Tour() override;

    void start();
    /// Files written so far, with their paths.
    [[nodiscard]] const QStringList& written() const { return m_written; }

Q_SIGNALS:
    /// `faults` says what could not be written, and which texts do not fit; empty: all went well.
    void finished(const QStringList& faults);

private:
    struct Scene {
        QString name;
        std::function<void()> prepare;
        QWidget* target; ///< what the picture is of
        QList<Shot> shots;
    };

    [[nodiscard]] QList<Scene> scenes();
    [[nodiscard]] QList<Scene> pageScenes();
    [[nodiscard]] QList<Scene> dialogScenes();
    [[nodiscard]] QList<Scene> stateScenes();
    [[nodiscard]] CompareDialog* compareSiblings();
    [[nodiscard]] WhatIfDialog* askWhatIf();
    void showToast();
    void prepareScene();
    void takeWhenReady();
    void takePictures();
    void prepareShot();
    void takePicture();
    void writeSheet();
    void findFaults(const QString& picture, const QWidget& target);
    [[nodiscard]] QStringList picturesOfAllLanguages() const;
    [[nodiscard]] QString nameOf(const Scene& scene, const QString& language, const Shot& shot) const;

    MainWindow& m_window;
    QString m_folder;
    std::vector<TourDialog> m_dialogs;
    QPointer<CompareDialog> m_comparison;
    std::unique_ptr<WhatIfDialog> m_whatIf; ///< beside the window, too
    QList<Scene> m_scenes;
    qsizetype m_scene = 0;
    QList<Shot> m_shots; ///< still to be taken of this scene
    bool m_isTaking = false;
    QStringList m_written;
    QStringList m_faults;
};

} // namespace slipway
