#pragma once

#include <QList>
#include <QObject>
#include <QSize>
#include <QString>
#include <QStringList>

#include <functional>

namespace slipway
{

class MainWindow;

/// Takes a picture of every page, in both themes and two sizes, and one sheet with all of them. Start it once the
/// window shows what it is to show; it goes on by signal whenever a page has what it needs.
class Tour final : public QObject
{
    Q_OBJECT
public:
    Tour(MainWindow& window, QString folder, QObject* parent = nullptr);

    void start();
    /// Files written so far, with their paths.
    [[nodiscard]] const QStringList& written() const { return m_written; }

Q_SIGNALS:
    /// `failed` names the files that could not be written; empty: all went well.
    void finished(const QStringList& failed);

private:
    struct Scene {
        QString name;
        std::function<void()> prepare;
    };

    struct Shot {
        QSize size;
        bool isDark;
    };

    [[nodiscard]] QList<Scene> scenes();
    void prepareScene();
    void takePictures();
    void prepareShot();
    void takePicture();
    void writeSheet();
    void openHubs();

    MainWindow& m_window;
    QString m_folder;
    QList<Scene> m_scenes;
    qsizetype m_scene = 0;
    QList<Shot> m_shots; ///< still to be taken of this scene
    bool m_isTaking = false;
    QStringList m_written;
    QStringList m_failed;
};

} // namespace slipway
