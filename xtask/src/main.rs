//! Everything that is done to the project: `cargo xtask` lists it.

mod bench;
mod build;
mod paths;
mod pictures;
mod post_build;
mod process;
mod say;
mod serve;
mod setup;
mod sizes;
mod stamp;
mod test;
mod tools;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <commande>

  run              installe ce qu’il faut, construit, puis sert l’application sur cet ordinateur
  test             installe ce qu’il faut aux tests, puis vérifie tout
  build            construit dist/ et dist/reperes.html, et contrôle leur taille
  dev              sert l’application en développement, rechargée à chaque modification
  bench            mesure les tailles, le démarrage et les gros fichiers
  proof            rejoue les lois et les fichiers hostiles sur bien plus de cas, et les parcours au ralenti
  pictures [dir]   photographie chaque écran, au clair, au sombre, sur téléphone et sur papier
  post-build       (appelé par Trunk) écrit le service worker, la politique de sécurité et le fichier unique";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = process::stop_with_us().and_then(|()| dispatch(&arguments));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nÉchec : {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[&str]) -> Result<()> {
    match arguments {
        ["run"] => serve::run(),
        ["test"] => test::run(),
        ["build"] => build::release().and_then(|()| sizes::check()),
        ["dev"] => build::watch(),
        ["bench"] => bench::run(),
        ["proof"] => test::proof(),
        ["pictures"] => pictures::run(None),
        ["pictures", folder] => pictures::run(Some(folder)),
        ["post-build"] => post_build::run(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        other => bail!("« {} » n’est pas une commande.\n\n{USAGE}", other.join(" ")),
    }
}
